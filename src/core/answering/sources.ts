import type { Conflict, Project, Source, Field } from '../model/records';

/** The sources that back a field of a project, those that say so first; all of them when none says what it supports. */
export function sourcesOf(project: Project, field: Field): readonly Source[] {
  const pattern = SUPPORTED_BY[field];
  if (pattern === null) return project.sources;
  const backing = project.sources.filter(({ supports }) => pattern.test(supports));
  return backing.length > 0 ? backing : project.sources;
}

/** The sources of the project that its conflicts name. */
export function sourcesOfConflicts(project: Project, conflicts: readonly Conflict[]): readonly Source[] {
  return project.sources.filter(({ name }) =>
    conflicts.some(({ sourceA, sourceB }) => name === sourceA || name === sourceB),
  );
}

/** Each source once, in order. */
export function distinctSources(sources: readonly Source[]): readonly Source[] {
  const seen = new Set<string>();
  return sources.filter(({ name, url }) => {
    const key = `${name} ${url ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What the `supports` text of a source says (in French) when it backs a field; null = any source does. */
const SUPPORTED_BY: Readonly<Record<Field, RegExp | null>> = {
  summary: null,
  savings: /économi|gains?\b/i,
  funding: /financement|ftap|montant|dotation|millions?|m€|meur/i,
  cost: /coût|budget/i,
  carrier: /porteur|pilot|ministère|commanditaire/i,
  partners: /partenaire|convention|gouvernance|acteurs/i,
  call: /appel|lauréat|sélection|date/i,
  date: /date|annonce|appel|lauréat|sélection/i,
  territory: /région|territoire|département|périmètre/i,
  themes: null,
  beneficiaries: /usagers|public|bénéficiaire|finalité/i,
  status: /calendrier|ouverture|lancement|déploiement|généralis|version|bilan|avancement|périmètre|utilis|suite/i,
  sources: null,
};
