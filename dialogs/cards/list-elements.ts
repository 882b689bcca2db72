import type { Answer, ListAnswer } from '../../src/core/answering/answer';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { LONGEST_LIST, listPage } from '../text/list-text';
import { questionOn } from '../text/suggestions';
import type { CardElement } from './adaptive-card';
import type { CardContext } from './card-context';
import { buttons, escaped, paragraph } from './elements';
import { pictureElements } from './picture-elements';
import { sayAction } from './profile';
import type { Submission } from './submission';

/** Ten projects at most, each one a button that opens it, then « la suite ». */
export function listElements(answer: Answer & ListAnswer, context: CardContext): readonly CardElement[] {
  const { knowledge, profile, answerId, from } = context;
  const { locale } = answer;
  const messages = messagesFor(locale);
  const page = listPage(answer, messages, knowledge, from);
  const left = Math.min(answer.projects.length, answer.total) - from - page.rows.length;
  const more: Submission | null =
    answerId === null || left <= 0 ? null : { action: 'more', answer: answerId, from: from + LONGEST_LIST };
  return [
    ...(from === 0 ? pictureElements(answer, context) : []),
    ...page.rows.map(({ project, name, detail }): CardElement => ({
      type: 'Container',
      separator: true,
      spacing: 'Small',
      // Its name holds all that is seen of it: whoever speaks to the screen says what is read there.
      selectAction: sayAction(typeset(`${name} ${detail}`, locale), questionOn(project, locale), profile),
      items: [
        paragraph(typeset(escaped(name), locale), { weight: 'Bolder' }),
        paragraph(typeset(escaped(detail), locale), { spacing: 'None' }),
      ],
    })),
    ...page.after.map((line) => paragraph(typeset(escaped(line), locale), { isSubtle: true })),
    ...buttons(
      more === null
        ? []
        : [
            {
              type: 'Action.Submit',
              title: cardMessagesFor(locale).more(left),
              data: more,
              associatedInputs: 'none',
            },
          ],
    ),
  ];
}
