import { foldedWords } from '../language/fold';
import type { KnowledgeBase } from './knowledge-base';
import type { Project } from '../model/records';

/** The names of a project and their parts: "GMBI" of "Gérer mes biens immobiliers (GMBI)". */
export function namesOf({ name, otherNames }: Project): readonly string[] {
  return [name, ...otherNames].flatMap(namesWithin);
}

/** A name and what stands in its brackets or behind its dash. */
export function namesWithin(name: string): readonly string[] {
  const parts = name
    .split(/ [—–] | \(|\)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 ? [name, ...parts] : [name];
}

/** What a project is about, for whom, by whom and where, by the names of the records, in both languages. */
export function subjectWords(
  { themes, beneficiaryIds, carrierIds, partnerIds, territories }: Project,
  { themeById, beneficiaryById, organisationById, territoryById }: KnowledgeBase,
): readonly string[] {
  const bodies = [...carrierIds, ...partnerIds].flatMap((id) => organisationById.get(id) ?? []);
  const labels = [
    ...themes.flatMap((id) => themeById.get(id)?.label ?? []),
    ...beneficiaryIds.flatMap((id) => beneficiaryById.get(id)?.label ?? []),
    ...territories.flatMap((id) => territoryById.get(id)?.name ?? []),
    ...bodies.map(({ name }) => name),
  ];
  const names = [...labels.flatMap(({ fr, en }) => [fr, en]), ...bodies.flatMap(({ acronyms }) => acronyms)];
  return foldedWords(names.join(' '));
}

/** What is told of a project, in both languages. */
export function textWords(project: Project): readonly string[] {
  const { summaryFr, summaryEn, carrier, partners, beneficiaries, words } = project;
  return foldedWords(
    [summaryFr, summaryEn, carrier ?? '', ...partners, ...beneficiaries, ...words.fr, ...words.en].join(' '),
  );
}
