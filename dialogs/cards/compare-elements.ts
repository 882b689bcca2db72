import type { Answer, CompareAnswer } from '../../src/core/model/answer';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { comparedFields, compareNotes } from '../text/compare-text';
import { capitalised } from '../text/capitalised';
import { shortName, valueText } from '../text/project-text';
import type { CardElement } from './adaptive-card';
import type { CardContext } from './card-context';
import { escaped, labelledTable, paragraph, table } from './elements';
import { pictureElements } from './picture-elements';

/** More columns than this are no table on a phone: each field then has a table of its own. */
const MOST_COLUMNS = 2;

/** Projects side by side, field by field, and the picture of what they received. */
export function compareElements(answer: Answer & CompareAnswer, context: CardContext): readonly CardElement[] {
  const { knowledge } = context;
  const { locale } = answer;
  const messages = messagesFor(locale);
  const set = (text: string): string => typeset(escaped(text), locale);
  const projects = answer.projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const fields = comparedFields(answer);
  const label = (field: (typeof fields)[number]): string => set(capitalised(messages.fields[field]));
  const value = (project: (typeof projects)[number], field: (typeof fields)[number]): string =>
    set(valueText(project, field, locale, messages, knowledge));
  const tables =
    projects.length <= MOST_COLUMNS
      ? [
          labelledTable(
            projects.map((project) => set(shortName(project))),
            fields.map((field) => ({
              label: label(field),
              values: projects.map((project) => value(project, field)),
            })),
          ),
        ]
      : fields.map((field) =>
          table(
            [cardMessagesFor(locale).project, label(field)],
            projects.map((project) => [set(shortName(project)), value(project, field)]),
            { widths: [3, 3], isNumeric: false },
          ),
        );
  return [
    ...tables,
    ...compareNotes(answer, messages, knowledge).map((note) => paragraph(set(note))),
    ...pictureElements(answer, context),
  ];
}
