import type { Answer, ListAnswer } from '../../src/core/model/answer';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { LONGEST_LIST, listPage } from '../text/list-text';
import { questionOn } from '../text/suggestions';
import type { Action, CardElement } from './adaptive-card';
import type { CardContext } from './card-context';
import { buttons, escaped, paragraph } from './elements';
import { pictureElements } from './picture-elements';
import { pressAction } from './press-action';
import { sayAction } from './profile';

/** Ten projects at most, each one a button that opens it, then « la suite ». */
export function listElements(answer: Answer & ListAnswer, context: CardContext): readonly CardElement[] {
  const { knowledge, profile, answerId, from } = context;
  const { locale } = answer;
  const messages = messagesFor(locale);
  const page = listPage(answer, messages, knowledge, from);
  const words = cardMessagesFor(locale);
  const left = Math.min(answer.projects.length, answer.total) - from - page.rows.length;
  const goTo = (title: string, start: number): readonly Action[] =>
    answerId === null ? [] : [pressAction(title, { action: 'more', answer: answerId, from: start }, profile)];
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
    ...buttons([
      // In Teams the next stretch takes the place of this one; elsewhere this one is still to be seen above.
      ...(profile === 'teams' && from > 0 ? goTo(words.previous, Math.max(0, from - LONGEST_LIST)) : []),
      ...(left > 0 ? goTo(words.more(left), from + LONGEST_LIST) : []),
    ]),
  ];
}
