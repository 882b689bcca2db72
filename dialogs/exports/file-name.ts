import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { fold } from '../../src/core/language/fold';
import type { Locale } from '../../src/core/language/locale';
import { takeAwayMessagesFor } from '../../src/messages/messages-for';
import { namedFilter, measureName } from '../text/filter-text';
import { nameOf } from '../text/project-text';
import { voiceOf } from '../text/voice';

/** "projets-logement-2026-11-24.csv": ASCII letters, digits and hyphens. `day` is written YYYY-MM-DD. */
export function csvFileName(answer: Answer, day: string, knowledge: KnowledgeBase): string {
  return `${slugOf(wordsOf(answer, knowledge))}-${day}.csv`;
}

/** "note-geoplateforme-2026-11-24.md", or "note-3-projets-…" for several. */
export function noteFileName(projects: readonly string[], day: string, locale: Locale, knowledge: KnowledgeBase) {
  const { note, projects: several } = takeAwayMessagesFor(locale).fileWords;
  const [only, ...more] = projects;
  const subject = only === undefined || more.length > 0 ? `${projects.length} ${several}` : nameOf(only, knowledge);
  return `${slugOf([note, subject])}-${day}.md`;
}

function wordsOf(answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  const voice = voiceOf(answer.locale, knowledge);
  const { fileWords, spreadsheet } = takeAwayMessagesFor(answer.locale);
  if (answer.kind === 'compare') return [fileWords.comparison, ...answer.projects.map((id) => nameOf(id, knowledge))];
  if (answer.kind !== 'list' && answer.kind !== 'aggregate') return [fileWords.projects];
  const field = answer.kind === 'list' ? answer.sort?.field : answer.field;
  const groupBy = answer.kind === 'list' ? null : answer.groupBy;
  return [
    fileWords.projects,
    ...(field === null || field === undefined ? [] : [measureName(field, voice)]),
    ...(groupBy === null || groupBy === 'asked' ? [] : [fileWords.by, spreadsheet.groupName[groupBy]]),
    ...namedFilter(answer.filter, voice),
  ];
}

/** Long enough to tell files apart, short enough for any folder. */
const LONGEST_SLUG = 60;

function slugOf(words: readonly string[]): string {
  const whole = fold(words.join(' '))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return whole.length <= LONGEST_SLUG ? whole : whole.slice(0, LONGEST_SLUG + 1).replace(/-[^-]*$/, '');
}
