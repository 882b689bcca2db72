import { EMPTY_FILTER, type Filter } from '../../src/core/model/question';
import { readQuestion } from '../../src/core/understanding/reading';
import { asked, choicesNamed, choiceStep } from './choice-step';
import { answered, type Answers, type Guide, type GuideTools, idAfter } from './guide';
import { pickStep } from './pick-step';
import { ANY, carriedBy, countOf, idSaid, ministryChoices, onThemeOrAny, themeSaid, themeStep } from './sets';
import { shortReplyIn } from './short-replies';

/** Savings of one project, of a theme, of a ministry or of all, with how many of them are published. */
export const savings: Guide = {
  help: ({ messages }) => messages.savings.help,
  steps: [
    choiceStep({
      name: 'scope',
      ask: (_answers, tools) => {
        const { askScope, scopes } = tools.messages.savings;
        return asked(askScope, choicesNamed(scopes), tools);
      },
      understand: scopeSaid,
      retry: (said, examples, { messages }) => messages.notAChoice(said, examples),
    }),
    pickStep({
      name: 'project',
      isAsked: (answers) => answered(answers, 'scope') === 'project',
      prompt: (_picked, { messages }) => messages.savings.askProject,
    }),
    themeStep((answers, { messages }) => (answered(answers, 'scope') === 'theme' ? messages.savings.askTheme : null)),
    choiceStep({
      name: 'ministry',
      ask: (answers, tools) =>
        answered(answers, 'scope') === 'ministry'
          ? asked(tools.messages.savings.askMinistry, ministryChoices(tools), tools)
          : null,
      understand: (said, tools) => (shortReplyIn(said) === 'all' ? ANY : ministrySaid(said, tools)),
      retry: (said, examples, { messages }) => messages.savings.notAMinistry(said, examples),
    }),
  ],
  finish: (answers) => {
    const project = subjectOf('project', answers);
    if (project !== undefined)
      return { kind: 'question', question: { kind: 'fact', project, field: 'savings', also: [] } };
    const sum = { kind: 'aggregate', operation: 'sum', field: 'savings', limit: 1, groupBy: null } as const;
    return { kind: 'question', question: { ...sum, filter: filterOf(answers) } };
  },
};

function filterOf(answers: Answers): Filter {
  const theme = subjectOf('theme', answers);
  if (theme !== undefined) return onThemeOrAny(theme);
  const ministry = subjectOf('ministry', answers);
  return ministry === undefined || ministry === ANY ? EMPTY_FILTER : carriedBy(ministry);
}

/** What was answered at its step; a subject that was named at once ("Mentor", "le numérique") is its scope and its id. */
function subjectOf(kind: 'project' | 'theme' | 'ministry', answers: Answers): string | undefined {
  return answered(answers, kind) ?? idAfter(`${kind}:`, answered(answers, 'scope'));
}

/** A subject instead of its kind. A question on something else than savings is none. */
function scopeSaid(said: string, tools: GuideTools): string | null {
  if (shortReplyIn(said) === 'all') return 'all';
  const { named, fields } = readQuestion(said, tools.knowledge);
  if (fields.some((field) => field !== 'savings')) return null;
  const [project, ...more] = named.flatMap((ids) => ids);
  if (project !== undefined) return more.length === 0 ? `project:${project}` : 'project';
  const theme = themeSaid(said, tools.knowledge);
  if (theme !== null) return `theme:${theme}`;
  const ministry = ministrySaid(said, tools);
  return ministry === null ? null : `ministry:${ministry}`;
}

/** A body below a ministry is understood as itself: "la DGFiP". */
function ministrySaid(said: string, { knowledge }: GuideTools): string | null {
  return idSaid(said, 'organisation', (id) => countOf(carriedBy(id), knowledge) > 0, knowledge);
}
