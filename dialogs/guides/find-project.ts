import { selectPositions } from '../../src/core/answering/select';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Filter } from '../../src/core/model/question';
import { asked, choiceStep } from './choice-step';
import { answered, type Choice, type Guide, type GuideTools, idAfter } from './guide';
import { shortReplyIn } from './short-replies';
import { ANY, counted, countOf, idSaid, onTheme, onThemeOrAny, themeStep } from './sets';

/** A theme, then a body or a territory where they tell the projects apart, and the projects that fit both. */
export const findProject: Guide = {
  help: ({ messages }) => messages.find.help,
  steps: [
    themeStep((_answers, { messages }) => messages.find.askTheme),
    choiceStep({
      name: 'limit',
      ask: (answers, tools) => {
        const theme = answered(answers, 'theme') ?? '';
        const choices = theme === ANY ? [] : limitsOf(theme, tools);
        if (choices.length < 2) return null;
        const { knowledge, locale, messages } = tools;
        const label = knowledge.themeById.get(theme)?.label[locale] ?? theme;
        const any = { value: ANY, label: messages.anyOf };
        return asked(messages.find.askLimit(label, countOf(onTheme(theme), knowledge)), [any, ...choices], tools);
      },
      understand: (said, { knowledge }, answers) =>
        isUnlimited(said) ? ANY : limitSaid(said, answered(answers, 'theme') ?? '', knowledge),
      recognises: (said, { knowledge }) =>
        (['organisation', 'territory'] as const).some((kind) => idSaid(said, kind, () => true, knowledge) !== null),
      retry: (said, examples, { messages }) => messages.find.notALimit(said, examples),
    }),
  ],
  finish: (answers, { knowledge }) => {
    const filter = limited(onThemeOrAny(answered(answers, 'theme') ?? ANY), answered(answers, 'limit') ?? ANY);
    const [only, ...more] = selectPositions(filter, knowledge);
    const project = only === undefined ? undefined : knowledge.projects[only];
    return project && more.length === 0
      ? { kind: 'question', question: { kind: 'fact', project: project.id, field: 'summary', also: [] } }
      : { kind: 'question', question: { kind: 'list', filter, sort: null, limit: null, found: [], show: [] } };
  },
};

/** A limit is a body or a territory: its kind stands before its id. */
const BODY = 'organisation:';
const PLACE = 'territory:';

function limited(filter: Filter, limit: string): Filter {
  const [body, place] = [idAfter(BODY, limit), idAfter(PLACE, limit)];
  if (body !== undefined) return { ...filter, carriers: [body] };
  return place === undefined ? filter : { ...filter, territories: [place] };
}

/** The carriers and territories that some projects of the theme have and others have not. */
function limitsOf(theme: string, tools: GuideTools): readonly Choice[] {
  const { knowledge, locale } = tools;
  const filter = onTheme(theme);
  const projects = selectPositions(filter, knowledge).flatMap((position) => knowledge.projects[position] ?? []);
  const { organisationById, territoryById } = knowledge;
  const names = new Map([
    ...projects.flatMap(({ carrierIds }) =>
      carrierIds.map((id) => [BODY + id, organisationById.get(id)?.name[locale] ?? id] as const),
    ),
    ...projects.flatMap(({ territories }) =>
      territories.map((id) => [PLACE + id, territoryById.get(id)?.name[locale] ?? id] as const),
    ),
  ]);
  return counted(names, (limit) => limited(filter, limit), tools, projects.length);
}

/** "Voulez-vous vous limiter… ?" is answered "non" as well as "peu importe". */
function isUnlimited(said: string): boolean {
  const reply = shortReplyIn(said);
  return reply === 'no' || reply === 'all' || reply === 'unsure';
}

/** A broader body or place than those of the list is understood as well: "la Justice", "l'Occitanie". */
function limitSaid(said: string, theme: string, knowledge: KnowledgeBase): string | null {
  const holds = (limit: string): boolean => countOf(limited(onTheme(theme), limit), knowledge) > 0;
  const body = idSaid(said, 'organisation', (id) => holds(BODY + id), knowledge);
  if (body !== null) return BODY + body;
  const place = idSaid(said, 'territory', (id) => holds(PLACE + id), knowledge);
  return place === null ? null : PLACE + place;
}
