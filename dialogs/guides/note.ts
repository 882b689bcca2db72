import { MOST_NOTED } from '../exports/note';
import type { Guide } from './guide';
import { pickStep } from './pick-step';

/** A note of one page on each of one to five projects. */
export const note: Guide = {
  name: 'note',
  help: ({ messages }) => messages.note.help,
  steps: [
    pickStep({
      name: 'projects',
      least: 1,
      most: MOST_NOTED,
      prompt: (picked, _answers, { messages }) =>
        picked.length === 0 ? messages.note.askFirst : messages.note.askMore(picked, MOST_NOTED - picked.length),
      done: ({ messages }) => messages.note.done,
    }),
  ],
  finish: ({ projects = [] }) => ({ kind: 'note', projects }),
};
