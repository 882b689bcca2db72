import { choiceStep } from './choice-step';
import { answered, type Guide } from './guide';
import { textStep } from './text-step';

const RATINGS = ['5', '4', '3', '2', '1'] as const;

/** A mark and a word on the assistant itself. */
export const opinion: Guide = {
  name: 'opinion',
  help: ({ messages }) => messages.opinion.help,
  steps: [
    choiceStep({
      name: 'rating',
      ask: (_answers, { messages }) => ({
        prompt: messages.opinion.askRating,
        input: 'buttons',
        choices: RATINGS.map((value) => ({ value, label: messages.opinion.ratings[value] })),
        way: null,
      }),
      retry: (said, _examples, { messages }) => messages.opinion.notARating(said),
    }),
    textStep({
      name: 'text',
      prompt: (_answers, { messages }) => messages.opinion.askText,
      skip: ({ messages }) => messages.skip,
    }),
  ],
  finish: (answers) => ({
    kind: 'opinion',
    rating: Number(answered(answers, 'rating') ?? '3'),
    text: answered(answers, 'text') ?? '',
  }),
};
