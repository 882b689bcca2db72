import { stem } from '../language/stem';
import { wordsIn } from '../language/words';
import type { Reading } from './reading';

/**
 * "Comment candidater ?", "quand est le prochain appel ?": what every civil servant asks next, and no source of the base tells. A call, a year or a
 * subject beside it asks for something else ("la date limite de l'appel de 2020", "comment demander un logement").
 */
export function asksHowToApply({ operators, named, calls, years, leftoverStems, spans }: Reading): boolean {
  if (!operators.has('applying') || named.length + calls.length + years.length > 0) return false;
  const hasSubject = spans.some(({ tags }) =>
    tags.some(({ kind }) => kind === 'theme' || kind === 'organisation' || kind === 'territory'),
  );
  return !hasSubject && leftoverStems.every((stem) => ABOUT_APPLYING.has(stem));
}

const ABOUT_APPLYING: ReadonlySet<string> = new Set(
  wordsIn(
    'dossier projet candidature candidater déposer demande demander argent somme aide subvention idée fonds application apply submit money grant proposal',
  ).map(stem),
);
