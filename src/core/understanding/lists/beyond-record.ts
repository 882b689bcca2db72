import { selectIds } from '../../answering/select';
import { classesIn, type WordClass } from '../../language/language-words';
import { EMPTY_FILTER, type Filter, type Question } from '../../model/question';
import { siblingsOf } from '../again';
import { pointedAt } from '../evidence';
import { asksForContact } from '../talk/leads';
import { unique } from '../reading';
import { isOperator, takesOut } from '../open-slots';
import { pickedFromShown } from '../referents';
import { type Filled, projectOf } from '../said';
import { isOfRest } from '../yardsticks';
import { asksForOthers } from './plainly-asked';

/**
 * "Qui contacter ?" of a project: who carries it, since no record holds more; "qui d'autre finance ?": what the fund pays, of how much, and who carries it,
 * with what the notes tell of others; "un projet comparable à Histologe", "comme LiDAR HD": others on what it is on,
 * those that have most of it first; "c'est gratuit ?": that its record does not tell.
 */
export function beyondRecord(said: Filled): Question | null {
  const { memory, reading, mentions, knowledge } = said;
  const named = unique(mentions.flatMap(projectOf));
  const { words } = reading;
  const { language } = knowledge;
  const has = classesIn(words, language);
  // "Et le 2e, qui paye ?"
  const [placed] = reading.references.some(({ id }) => id === 'ordinal') ? pickedFromShown(said, false) : [];
  const project = knowledge.projectById.get(named[0] ?? placed ?? memory.focus ?? '');
  if (project === undefined || named.length > 1) return null;
  // "Un autre chatbot ?" after the only one
  const isNext = mentions.some(({ start }) => {
    const [before = '', other = ''] = words.slice(Math.max(0, start - 2), start).map(({ folded }) => folded);
    return start === 1
      ? language.is('another', before)
      : language.is('another', other) && !language.is('coordinating', before) && !language.is('pointing', before);
  });
  const except = { ...EMPTY_FILTER.except, projects: [project.id] };
  if (named.length > 0 && isNext && !takesOut(reading) && memory.shown.includes(project.id))
    return { ...LIST, filter: { ...EMPTY_FILTER, among: named, except } };
  if (asksForContact(reading, knowledge)) return { kind: 'fact', project: project.id, field: 'carrier', also: [] };
  // "C'est gratuit ?": no record says it, but for a text that does.
  const isUntold = has('untold') && pointedAt(project.id, reading, knowledge).held.length === 0;
  if (isUntold && !reading.operators.has('plural-subject'))
    return { kind: 'unknown', reason: 'not-recorded', name: null };
  const financiers = words.filter(({ folded }) => language.is('financiers', folded)).map(({ stem }) => stem);
  const isLimited = mentions.some(({ kind }) => kind !== 'project');
  const paying = words.filter(({ folded }) => language.is('financing', folded)).map(({ stem }) => stem);
  const isOther = isLimited || reading.leftoverStems.some((stem) => ![...financiers, ...paying].includes(stem));
  const isPaid = (has('who') && has('financing')) || (financiers.length > 0 && !reading.operators.has('how-much'));
  if (isPaid && !isOther && !reading.fields.includes('status') && !reading.operators.has('plural-subject'))
    return isOfRest(['cost'], reading, knowledge)
      ? { kind: 'fact', project: project.id, field: 'cost', also: ['funding', 'carrier'] }
      : { kind: 'fact', project: project.id, field: 'funding', also: ['cost', 'carrier'] };
  const is = (at: number, ...classes: readonly WordClass[]): boolean =>
    classes.some((one) => language.is(one, words[at]?.folded ?? ''));
  // "Combien coûte un projet comme celui-là ?" is of this one.
  const asksFigure = reading.fields.some((field) => field !== 'summary') || reading.operators.has('how-much');
  // "Comme celui-là", "du même genre", not "ce genre de projet"
  const isLikeThis = words.some(
    (_, at) =>
      (is(at, 'like') && is(at + 1, 'designating', 'pronouns', 'showing')) ||
      (is(at, 'kindred') && is(at - 1, 'showing') && !is(at + 1, 'among')),
  );
  const isLike =
    mentions.some(({ start }) => is(start - 1, 'like') || is(start - 2, 'like')) || (isLikeThis && !asksFigure);
  // "Et l'Occitanie a un truc similaire ?" is limited by what it says.
  if (isLimited) return null;
  // "Quels autres projets porte le porteur de Mentor ?"
  const isCarried = reading.fields.includes('carrier') || reading.operators.has('said-carried');
  if (isCarried && asksForOthers(words, language)) return { ...LIST, filter: siblingsOf(project.id, said) };
  // "Des projets comme celui-là ?", "et dans le même esprit ?"
  const asksForMore = has('projects', 'another', 'things') || is(0, 'coordinating');
  if (!(has('resembling') || (isLike && asksForMore))) return null;
  const { theme } = knowledge.facets;
  const half = knowledge.projects.length / 2;
  const themes = project.themes.filter((id) => (theme.get(id)?.length ?? 0) < half);
  // The fewer projects are on a theme, the more it says that two are.
  const sharedBy = (id: string): number => {
    const shared = themes.filter((one) => knowledge.projectById.get(id)?.themes.includes(one));
    return shared.reduce((sum, one) => sum - Math.log((theme.get(one)?.length ?? 1) / knowledge.projects.length), 0);
  };
  const filter: Filter = { ...EMPTY_FILTER, topics: [{ themes, beneficiaries: [], organisations: [] }], except };
  const found = [...selectIds(filter, knowledge)].sort((a, b) => sharedBy(b) - sharedBy(a));
  return found.length === 0 ? null : { ...LIST, filter, limit: MOST_ALIKE, from: 0, found };
}

/** "Le plus bizarre", "le plus connu": an end that is of no amount, no date and nothing of a record. */
export function isOfOtherEnd({ reading, knowledge }: Filled): boolean {
  const { words, spans, leftoverStems, fields } = reading;
  const { is } = knowledge.language;
  // "Le plus connu" is no amount that is known; "the most left to fund" is one.
  const isNoWord = (at: number): boolean =>
    (leftoverStems.includes(words[at]?.stem ?? '') && !is('leaving', words[at]?.folded ?? '')) ||
    spans.some((span) => span.start === at && isOperator(span, 'known'));
  return (
    fields.every((field) => field === 'summary') &&
    spans.some(
      (span) =>
        isOperator(span, 'max', 'min') &&
        is('superlative', words[span.end - 1]?.folded ?? '') &&
        words[span.end]?.startsClause === false &&
        isNoWord(span.end),
    )
  );
}

const LIST = { kind: 'list', sort: null, limit: null, found: [], show: [] } as const;

/** Of more, the last have little in common with it. */
const MOST_ALIKE = 5;
