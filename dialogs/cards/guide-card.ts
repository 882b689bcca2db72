import { guideMessagesFor } from '../../src/messages/messages-for';
import type { Locale } from '../../src/core/language/locale';
import { MOST_SHOWN } from '../guides/choice-step';
import type { Choice } from '../guides/guide';
import type { Pending } from '../guides/play';
import type { Walk } from '../guides/walks';
import { MOST_KEPT } from '../inbox/inbox';
import type { Action, AdaptiveCard, CardElement, ChoiceSet } from './adaptive-card';
import { buttonColumn, buttons, cardOf } from './elements';
import { pressAction } from './press-action';
import type { Profile } from './profile';

/** A longer list is typed, not opened: the card stays small whatever the base holds. */
const MOST_CHOICES = 150;

/** As many as Teams shows of those that it asks for. */
export const MOST_SUGGESTED = 15;
/** What Teams names when it asks for the choices of a field that picks a project. */
export const PROJECT_DATASET = 'projects';

/** What is pressed to answer the pending question of a walk; the question itself is the text above. */
export function guideCard(walk: Walk, pending: Pending, text: string, profile: Profile): AdaptiveCard {
  return cardOf([...answerElements(walk, pending, profile), ...orderElements(walk, profile)], text, walk.locale);
}

function answerElements(
  { guide, run, locale }: Walk,
  { step, asked }: Pending,
  profile: Profile,
): readonly CardElement[] {
  const messages = guideMessagesFor(locale);
  const submission = { action: 'answer', guide, run, step: step.name } as const;
  const press = ({ value, label }: Choice): Action => pressAction(label, { ...submission, value }, profile);
  const sendForm = (title: string): Action => pressAction(title, submission, profile, 'auto');
  const way = asked.way === null ? [] : [press(asked.way)];
  switch (asked.input) {
    case 'buttons':
      return buttonColumn([...asked.choices.slice(0, MOST_SHOWN).map(press), ...way]);
    case 'project': {
      const field = projectField(asked.choices, locale, profile);
      const send = sendForm(asked.takesMore === true ? messages.add : messages.choose);
      return [...field, ...buttons([...(field.length === 0 ? [] : [send]), ...way], 'Default')];
    }
    case 'text': {
      const label = guide === 'opinion' ? messages.opinion.textLabel : messages.report.textLabel;
      return [
        { type: 'Input.Text', id: 'text', label, placeholder: label, isMultiline: true, maxLength: MOST_KEPT.text },
        ...buttons([sendForm(messages.send), ...way], 'Default'),
      ];
    }
  }
}

/**
 * In Teams the field asks the bot at each letter, whatever the size of the base, and holds the first choices for what can't ask;
 * elsewhere it holds them all, or is left out.
 */
function projectField(choices: readonly Choice[], locale: Locale, profile: Profile): readonly ChoiceSet[] {
  const { pick, chooseFromList } = guideMessagesFor(locale);
  const field = (held: readonly Choice[]): ChoiceSet => ({
    type: 'Input.ChoiceSet',
    id: 'choice',
    label: pick.label,
    style: 'filtered',
    placeholder: pick.placeholder,
    isRequired: true,
    errorMessage: chooseFromList,
    choices: held.map((choice) => ({ title: choice.label, value: choice.value })),
  });
  const search = { 'choices.data': { type: 'Data.Query', dataset: PROJECT_DATASET } } as const;
  if (profile.searchesChoices) return [{ ...field(choices.slice(0, MOST_SUGGESTED)), ...search }];
  return choices.length > MOST_CHOICES ? [] : [field(choices)];
}

/** Back, help and cancel, always in this order; before them what keeps a sentence that may have been the reply. */
function orderElements({ guide, run, answers, kept, locale }: Walk, profile: Profile): readonly CardElement[] {
  const messages = guideMessagesFor(locale);
  const press = (order: 'back' | 'cancel' | 'help' | 'keep', title: string): Action =>
    pressAction(title, { action: 'order', guide, run, order }, profile);
  return [
    ...buttons(kept === null ? [] : [press('keep', messages.text.keep)], 'Small'),
    ...buttons([
      ...(Object.keys(answers).length === 0 ? [] : [press('back', messages.back)]),
      press('help', messages.help),
      press('cancel', messages.cancel),
    ]),
  ];
}
