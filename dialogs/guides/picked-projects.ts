import { MOST_COMPARED } from '../../src/core/understanding/patch';
import { MOST_NOTED } from '../exports/note';
import type { Guide } from './guide';
import { pickStep } from './pick-step';

/** Two to five projects side by side. */
export const compare = guideOver('compare', 2, MOST_COMPARED, ({ projects = [] }) => ({
  kind: 'question',
  question: { kind: 'compare', projects, field: null },
}));

/** A note of one page on each of one to five projects. */
export const note = guideOver('note', 1, MOST_NOTED, ({ projects = [] }) => ({ kind: 'note', projects }));

/** Projects are picked one by one or together, then something is made of them. */
function guideOver(name: 'compare' | 'note', least: number, most: number, finish: Guide['finish']): Guide {
  return {
    help: ({ messages }) => messages[name].help,
    steps: [
      pickStep({
        name: 'projects',
        least,
        most,
        prompt: (picked, { messages }) =>
          picked.length === 0 ? messages[name].askFirst : messages[name].askMore(picked, most - picked.length),
        done: ({ messages }) => messages[name].done,
      }),
    ],
    finish,
  };
}
