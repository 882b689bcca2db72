import { readQuestion } from '../../src/core/understanding/reading';
import { MOST_KEPT } from '../inbox/inbox';
import { shortName, shortNameOf } from '../text/project-text';
import { asked, choicesNamed, choiceStep } from './choice-step';
import { isStatement } from './free-question';
import { type About, answered, type Answers, type Guide, type GuideTools, idAfter, type Step } from './guide';
import { pickStep } from './pick-step';
import { textStep } from './text-step';

/** A mistake in the data, or a question that should have had an answer. */
export const report: Guide = {
  help: ({ messages }) => messages.report.help,
  steps: [
    takingReports(
      choiceStep({
        name: 'about',
        ask: (_answers, tools) => {
          const { subject, knowledge, messages } = tools;
          const { askAbout, about, aboutProject } = messages.report;
          const choices = choicesNamed(about);
          if (subject !== null)
            choices.unshift({ value: ON_PROJECT + subject, label: aboutProject(shortNameOf(subject, knowledge)) });
          return asked(askAbout, choices, tools);
        },
        understand: aboutSaid,
        retry: (said, examples, { messages }) => messages.notAChoice(said, examples),
      }),
      (project) => (project === null ? 'data' : ON_PROJECT + project),
    ),
    takingReports(
      pickStep({
        name: 'project',
        isAsked: (answers) => answered(answers, 'about') === 'data',
        prompt: (_picked, { messages }) => messages.report.askProject,
        none: ({ messages }) => messages.report.noProject,
      }),
      (project) => project,
    ),
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

/** The step, which takes « le montant est faux, c'est 3 M€ » for the report itself, on the project that it names or that was just spoken of. */
function takingReports(step: Step, valueOf: (project: string | null) => string | null): Step {
  return {
    ...step,
    read: (said, asked, answers, tools) => {
      const read = step.read(said, asked, answers, tools);
      if (read.kind === 'answer' || read.isRead === true || !isStatement(said, tools)) return read;
      const [named, ...more] = readQuestion(said, tools.knowledge).named.flat();
      const value = valueOf(named !== undefined && more.length === 0 ? named : tools.subject);
      return { kind: 'answer', values: value === null ? [] : [value], text: said.trim().slice(0, MOST_KEPT.text) };
    },
  };
}

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
  return project !== undefined || spans.some(({ tags }) => tags.some(({ kind }) => SUBJECTS.has(kind))) ? 'data' : null;
}

const SUBJECTS: ReadonlySet<string> = new Set(['theme', 'organisation', 'territory', 'beneficiary']);
