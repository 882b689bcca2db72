import { MOST_COMPARED } from '../../src/core/understanding/compose';
import type { Guide } from './guide';
import { pickStep } from './pick-step';

/** Two to five projects side by side. */
export const compare: Guide = {
  name: 'compare',
  help: ({ messages }) => messages.compare.help,
  steps: [
    pickStep({
      name: 'projects',
      least: 2,
      most: MOST_COMPARED,
      prompt: (picked, _answers, { messages }) =>
        picked.length === 0
          ? messages.compare.askFirst
          : messages.compare.askMore(picked, MOST_COMPARED - picked.length),
      done: ({ messages }) => messages.compare.done,
    }),
  ],
  finish: ({ projects = [] }) => ({ kind: 'question', question: { kind: 'compare', projects, field: null } }),
};
