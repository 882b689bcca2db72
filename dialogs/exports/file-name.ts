import type { Field } from '../../src/core/model/records';
import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { fold } from '../../src/core/language/fold';
import type { Locale } from '../../src/core/language/locale';
import type { Filter } from '../../src/core/model/question';
import { messagesFor, takeAwayMessagesFor } from '../../src/messages/messages-for';
import { nameOf } from '../text/project-text';

/** "projets-logement-2026-11-24.csv": ASCII letters, digits and hyphens. `day` is written YYYY-MM-DD. */
export function fileNameOf(answer: Answer, day: string, knowledge: KnowledgeBase): string {
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
  const { fileWords, spreadsheet } = takeAwayMessagesFor(locale);
  const labelOf = (field: Field | null): readonly string[] =>
    field === null ? [] : [messagesFor(locale).fields[field]];
  switch (answer.kind) {
    case 'list':
      return [
        fileWords.projects,
        ...labelOf(answer.sort?.field ?? null),
        ...filterWords(answer.filter, locale, knowledge),
      ];
    case 'aggregate':
      return [
        fileWords.projects,
        ...labelOf(answer.field),
        ...(answer.groupBy === null || answer.groupBy === 'asked'
          ? []
          : [fileWords.by, spreadsheet.groupName[answer.groupBy]]),
        ...filterWords(answer.filter, locale, knowledge),
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

/** What the set is limited to, by names alone. */
function filterWords(filter: Filter, locale: Locale, knowledge: KnowledgeBase): readonly string[] {
  const organisation = (id: string): string => knowledge.organisationById.get(id)?.name[locale] ?? id;
  return [
    ...filter.topics.flatMap(({ themes, beneficiaries, organisations }) => {
      const labels = [
        ...themes.map((id) => knowledge.themeById.get(id)?.label[locale] ?? id),
        ...beneficiaries.map((id) => knowledge.beneficiaryById.get(id)?.label[locale] ?? id),
        ...organisations.map(organisation),
      ];
      return labels.slice(0, 1);
    }),
    ...filter.carriers.map(organisation),
    ...filter.territories.map((id) => knowledge.territoryById.get(id)?.name[locale] ?? id),
    ...filter.calls.map(({ number, session, scheme }) => messagesFor(locale).filter.call(number, session, scheme)),
    ...filter.years.map(String),
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
