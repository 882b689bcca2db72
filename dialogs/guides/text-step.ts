import { MOST_KEPT } from '../inbox/inbox';
import { choiceSaid } from './choice-step';
import type { Answers, GuideTools, Step } from './guide';
import { shortReplyIn } from './short-replies';

/** A step that takes a text as it is written. */
export interface TextStep {
  readonly name: string;
  readonly prompt: (answers: Answers, tools: GuideTools) => string;
  /** What is pressed to say nothing; null when a text is needed. */
  readonly skip?: (tools: GuideTools) => string;
}

/** The value of the button that says nothing. */
const SKIPPED = '#skip';

/** Takes the person's own words, within bounds. */
export function textStep({ name, prompt, skip }: TextStep): Step {
  return {
    name,
    ask: (answers, tools) => ({
      prompt: `${prompt(answers, tools)}\n${tools.messages.text.personalData}`,
      input: 'text',
      choices: [],
      way: skip === undefined ? null : { value: SKIPPED, label: skip(tools) },
    }),
    read: (said, asked, _answers, { messages }) => {
      const text = said.trim();
      const { way } = asked;
      if (
        way !== null &&
        (text === '' || shortReplyIn(text) === 'no' || choiceSaid(text, { choices: [], way }) !== null)
      )
        return { kind: 'answer', values: [], isOpen: false };
      if (shortReplyIn(text) !== null && way === null)
        return { kind: 'retry', sentence: messages.text.tooFew, isRead: true };
      if (text === '') return { kind: 'retry', sentence: messages.text.tooShort };
      return text.length > MOST_KEPT.text
        ? { kind: 'retry', sentence: messages.text.tooLong(MOST_KEPT.text) }
        : { kind: 'answer', values: [text], isOpen: false };
    },
    choose: (value, asked, _answers, { messages }) =>
      value === asked.way?.value
        ? { kind: 'answer', values: [], isOpen: false }
        : { kind: 'retry', sentence: messages.text.tooShort },
  };
}
