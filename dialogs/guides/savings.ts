import type { Filter } from '../../src/core/understanding/question';
import { EMPTY_FILTER } from '../../src/core/understanding/question';
import { asked, choiceStep } from './choice-step';
import { answered, type Answers, type Guide, type GuideTools } from './guide';
import { pickStep } from './pick-step';
import { countOf, ministryChoices, onTheme, organisationSaid, themeChoices, themeSaid } from './sets';

const SCOPES = ['project', 'theme', 'ministry', 'all'] as const;

/** Savings of one project, of a theme, of a ministry or of all, with how many of them are published. */
export const savings: Guide = {
  name: 'savings',
  help: ({ messages }) => messages.savings.help,
  steps: [
    choiceStep({
      name: 'scope',
      ask: (_answers, { messages }) =>
        asked(
          messages.savings.askScope,
          SCOPES.map((scope) => ({ value: scope, label: messages.savings.scopes[scope] })),
        ),
      retry: (said, examples, { messages }) => messages.notAChoice(said, examples),
    }),
    pickStep({
      name: 'project',
      least: 1,
      most: 1,
      isAsked: (answers) => answered(answers, 'scope') === 'project',
      prompt: (_picked, _answers, { messages }) => messages.savings.askProject,
      done: null,
    }),
    choiceStep({
      name: 'theme',
      ask: (answers, tools) =>
        answered(answers, 'scope') === 'theme' ? asked(tools.messages.savings.askTheme, themeChoices(tools)) : null,
      understand: (said, _asked, _answers, { knowledge }) => themeSaid(said, knowledge),
      retry: (said, examples, { messages }) => messages.find.notATheme(said, examples),
    }),
    choiceStep({
      name: 'ministry',
      ask: (answers, tools) =>
        answered(answers, 'scope') === 'ministry'
          ? asked(tools.messages.savings.askMinistry, ministryChoices(tools))
          : null,
      understand: (said, _asked, _answers, tools) => ministrySaid(said, tools),
      retry: (said, examples, { messages }) => messages.savings.notAMinistry(said, examples),
    }),
  ],
  finish: (answers) => {
    const project = answered(answers, 'project');
    return project === undefined
      ? {
          kind: 'question',
          question: {
            kind: 'aggregate',
            operation: 'sum',
            field: 'savings',
            filter: filterOf(answers),
            limit: 1,
            groupBy: null,
          },
        }
      : { kind: 'question', question: { kind: 'fact', project, field: 'savings' } };
  },
};

function filterOf(answers: Answers): Filter {
  const theme = answered(answers, 'theme');
  if (theme !== undefined) return onTheme(theme);
  const ministry = answered(answers, 'ministry');
  return ministry === undefined ? EMPTY_FILTER : { ...EMPTY_FILTER, carriers: [ministry] };
}

/** A body below a ministry is understood as itself: "la DGFiP". */
function ministrySaid(said: string, { knowledge }: GuideTools): string | null {
  return organisationSaid(said, (id) => countOf({ ...EMPTY_FILTER, carriers: [id] }, knowledge) > 0, knowledge);
}
