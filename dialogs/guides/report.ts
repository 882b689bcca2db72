import { readQuestion } from '../../src/core/understanding/reading';
import { shortName } from '../text/project-text';
import { asked, choiceStep } from './choice-step';
import { type About, answered, type Answers, type Guide, type GuideTools, idAfter } from './guide';
import { pickStep } from './pick-step';
import { textStep } from './text-step';

const ABOUT = ['data', 'answer'] as const satisfies readonly About[];

/** A mistake in the data, or a question that should have had an answer. */
export const report: Guide = {
  help: ({ messages }) => messages.report.help,
  steps: [
    choiceStep({
      name: 'about',
      ask: (_answers, tools) => {
        const { askAbout, about } = tools.messages.report;
        return asked(
          askAbout,
          ABOUT.map((value) => ({ value, label: about[value] })),
          tools,
        );
      },
      understand: aboutSaid,
      retry: (said, examples, { messages }) => messages.notAChoice(said, examples),
    }),
    pickStep({
      name: 'project',
      isAsked: (answers) => answered(answers, 'about') === 'data',
      prompt: (_picked, { messages }) => messages.report.askProject,
      none: ({ messages }) => messages.report.noProject,
    }),
    textStep({
      name: 'text',
      prompt: (answers, { messages, knowledge }) => {
        const project = knowledge.projectById.get(projectOf(answers) ?? '');
        return project ? messages.report.askTextOn(shortName(project)) : messages.report.askText[aboutOf(answers)];
      },
    }),
  ],
  finish: (answers) => ({
    kind: 'report',
    about: aboutOf(answers),
    project: projectOf(answers),
    text: answered(answers, 'text') ?? '',
  }),
};

function aboutOf(answers: Answers): About {
  return answered(answers, 'about') === 'answer' ? 'answer' : 'data';
}

/** "Une erreur sur PILAT" names the project at once. */
const ON_PROJECT = 'data:';

function projectOf(answers: Answers): string | null {
  return answered(answers, 'project') ?? idAfter(ON_PROJECT, answered(answers, 'about')) ?? null;
}

/** A project, or another subject of the base, is what the data is wrong about; a question is none. */
function aboutSaid(said: string, { knowledge }: GuideTools): string | null {
  const { named, fields, spans } = readQuestion(said, knowledge);
  if (fields.length > 0) return null;
  const [project, ...more] = named.flatMap((ids) => ids);
  if (project !== undefined && more.length === 0) return ON_PROJECT + project;
  const isOnSubject = spans.some(({ tags }) => tags.some(({ kind }) => SUBJECTS.has(kind)));
  return project !== undefined || isOnSubject ? 'data' : null;
}

const SUBJECTS: ReadonlySet<string> = new Set(['theme', 'organisation', 'territory', 'beneficiary']);
