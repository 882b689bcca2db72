import { asked, choiceStep } from './choice-step';
import { answered, type Answers, type Guide } from './guide';
import { pickStep } from './pick-step';
import { textStep } from './text-step';

/** A mistake in the data, or a question that should have had an answer. */
export const report: Guide = {
  name: 'report',
  help: ({ messages }) => messages.report.help,
  steps: [
    choiceStep({
      name: 'about',
      ask: (_answers, { messages }) =>
        asked(messages.report.askAbout, [
          { value: 'data', label: messages.report.about.data },
          { value: 'answer', label: messages.report.about.answer },
        ]),
      retry: (said, examples, { messages }) => messages.notAChoice(said, examples),
    }),
    pickStep({
      name: 'project',
      least: 1,
      most: 1,
      isAsked: (answers) => aboutOf(answers) === 'data',
      prompt: (_picked, _answers, { messages }) => messages.report.askProject,
      done: null,
      none: ({ messages }) => messages.report.noProject,
    }),
    textStep({
      name: 'text',
      prompt: (answers, { messages }) => messages.report.askText[aboutOf(answers)],
    }),
  ],
  finish: (answers) => ({
    kind: 'report',
    about: aboutOf(answers),
    project: answered(answers, 'project') ?? null,
    text: answered(answers, 'text') ?? '',
  }),
};

function aboutOf(answers: Answers): 'data' | 'answer' {
  return answered(answers, 'about') === 'answer' ? 'answer' : 'data';
}
