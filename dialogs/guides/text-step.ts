import { MOST_KEPT } from '../inbox/inbox';
import { isWaySaid } from './choice-step';
import { type Answers, type GuideTools, refused, type Step } from './guide';
import { shortReplyIn } from './short-replies';

/** A step that takes a text as it is written. */
export interface TextStep extends Pick<Step, 'name'> {
  readonly prompt: (answers: Answers, tools: GuideTools) => string;
  /** What is pressed to say nothing; null when a text is needed. */
  readonly skip?: (tools: GuideTools) => string;
}

/** The value of the button that says nothing. */
const SKIPPED = '#skip';

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
      const reply = shortReplyIn(text);
      if (asked.way !== null && (text === '' || reply === 'no' || isWaySaid(text, asked)))
        return { kind: 'answer', values: [] };
      if (reply !== null && asked.way === null) return refused(messages.text.tooFew);
      if (text === '') return { kind: 'retry', sentence: messages.text.tooShort };
      return text.length > MOST_KEPT.text
        ? { kind: 'retry', sentence: messages.text.tooLong(MOST_KEPT.text) }
        : { kind: 'answer', values: [text] };
    },
    choose: (value, asked, _answers, { messages }) =>
      value === asked.way?.value ? { kind: 'answer', values: [] } : { kind: 'retry', sentence: messages.text.tooShort },
  };
}
