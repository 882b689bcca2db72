import type { Field } from '../../src/core/model/records';
import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { fold } from '../../src/core/language/fold';
import type { Locale } from '../../src/core/language/locale';
import { takeAwayMessagesFor } from '../../src/messages/messages-for';
import { namedFilter } from '../text/filter-text';
import { nameOf } from '../text/project-text';
import { voiceOf } from '../text/voice';

/** "projets-logement-2026-11-24.csv": ASCII letters, digits and hyphens. `day` is written YYYY-MM-DD. */
export function csvFileName(answer: Answer, day: string, knowledge: KnowledgeBase): string {
  return `${slugOf([...wordsOf(answer, knowledge)])}-${day}.csv`;
}

/** "note-geoplateforme-2026-11-24.md", or "note-3-projets-…" for several. */
export function noteFileName(
  projects: readonly string[],
  day: string,
  locale: Locale,
  knowledge: KnowledgeBase,
): string {
  const { note, projects: several } = takeAwayMessagesFor(locale).fileWords;
  const [only, ...more] = projects;
  const subject = only === undefined || more.length > 0 ? `${projects.length} ${several}` : nameOf(only, knowledge);
  return `${slugOf([note, subject])}-${day}.md`;
}

function wordsOf(answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  const { locale } = answer;
  const voice = voiceOf(locale, knowledge);
  const { fileWords, spreadsheet } = takeAwayMessagesFor(locale);
  const labelOf = (field: Field | null): readonly string[] => (field === null ? [] : [voice.messages.fields[field]]);
  switch (answer.kind) {
    case 'list':
      return [fileWords.projects, ...labelOf(answer.sort?.field ?? null), ...namedFilter(answer.filter, voice)];
    case 'aggregate':
      return [
        fileWords.projects,
        ...labelOf(answer.field),
        ...(answer.groupBy === null || answer.groupBy === 'asked'
          ? []
          : [fileWords.by, spreadsheet.groupName[answer.groupBy]]),
        ...namedFilter(answer.filter, voice),
      ];
    case 'compare':
      return [fileWords.comparison, ...answer.projects.map((id) => nameOf(id, knowledge))];
    case 'fact':
    case 'programme':
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return [fileWords.projects];
  }
}

/** Long enough to tell files apart, short enough for any folder. */
const LONGEST_SLUG = 60;

function slugOf(words: readonly string[]): string {
  const whole = fold(words.join(' '))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return whole.length <= LONGEST_SLUG ? whole : whole.slice(0, LONGEST_SLUG + 1).replace(/-[^-]*$/, '');
}
