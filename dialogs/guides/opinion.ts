import { foldedText } from '../../src/core/language/fold';
import { asked, choicesNamed, choiceStep } from './choice-step';
import { answered, type Guide } from './guide';
import { textStep } from './text-step';

/** A mark and a word on the assistant itself. */
export const opinion: Guide = {
  help: ({ messages }) => messages.opinion.help,
  steps: [
    choiceStep({
      name: 'rating',
      ask: (_answers, tools) => {
        const { askRating, ratings } = tools.messages.opinion;
        // The best first; an object has its figures from the least on.
        return asked(askRating, choicesNamed(ratings).reverse(), tools);
      },
      understand: ratingSaid,
      recognises: (said) => JUDGES.test(foldedText(said)),
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

/** "4/5", "quatre", "5 étoiles". Out of another number than five it is no mark of ours. */
function ratingSaid(said: string): string | null {
  const words = foldedText(said);
  const figure = /^(?<figure>[1-5])(?: 5| sur 5| out of 5| stars?| etoiles?)$/.exec(words)?.groups?.['figure'];
  const spelled = SPELLED.findIndex((figures) => figures.includes(words));
  return figure ?? (spelled < 0 ? null : String(spelled + 1));
}

const SPELLED: readonly (readonly string[])[] = [
  ['un', 'one'],
  ['deux', 'two'],
  ['trois', 'three'],
  ['quatre', 'four'],
  ['cinq', 'five'],
];

/** A judgement that we don't turn into a mark: nobody would see which. */
const JUDGES =
  /^(?:c est |it s )?(?:tres |vraiment |pas |plutot |super |very |really |quite |not )?(?:bien|bon|mal|super|top|genial|parfait|excellent|formidable|nickel|nul|mauvais|good|great|perfect|awesome|excellent|bad)$/u;
