import { z } from 'zod';
import { EMPTY_MEMORY } from '../../core/model/question';
import { respond } from '../../core/respond';
import { api } from '../../messages/fr/api';
import { type Call, jsonContent } from '../http/route';
import { LONGEST_QUESTION, printable } from '../plain/page-query';
import { type Criteria, readCriteria } from '../plain/project-criteria';
import { askedSchema } from './answer-schema';
import { askedOf, type Teller } from './asked';
import { noQuerySchema, openRoute } from './open-route';
import { createProjectList, fundOf, projectOf } from './project-list';
import { localeSchema, projectQuerySchema } from './project-query';
import { fundSchema, projectListSchema, projectSchema } from './record-schemas';

/** Where the description for programs is. */
export const DESCRIPTION_PATH = '/api/openapi.json';

/** A question, as every program asks it. */
export const questionTextSchema = z
  .string(`write a question of 1 to ${LONGEST_QUESTION} characters`)
  .max(LONGEST_QUESTION, `write ${LONGEST_QUESTION} characters at most`)
  .transform(printable)
  .refine((text) => text !== '', `write a question of 1 to ${LONGEST_QUESTION} characters`)
  .describe(api.parameters.question);

/** What is told of one address of the interface. */
interface Described {
  readonly id: string;
  readonly words: { readonly summary: string; readonly text: string };
  /** The named parts of the path, with what they are; where there are some, nothing may stand under a name. */
  readonly named?: Readonly<Record<string, string>>;
  /** What it answers, with the name of its schema; null where it is no schema of ours. */
  readonly answer: { readonly name: string; readonly schema: z.ZodType } | null;
  /** An address to try. */
  readonly example: string;
}

/** One address of the interface: how it is described, and what answers there. */
export type Operation = ReturnType<typeof operation>;

/** All that the interface offers over this base; `description`: the whole of it for programs, made when somebody reads it. */
export function operationsOf(teller: Teller, description: () => unknown): readonly Operation[] {
  const { knowledge } = teller;
  const list = createProjectList(teller);
  const criteriaOf = ({ query }: Call): Criteria => readCriteria(query, knowledge).criteria;
  const first = knowledge.projects[0]?.id ?? 'mentor';
  return [
    operation(
      '/api/ask',
      z.strictObject({ q: questionTextSchema, lang: localeSchema }),
      ({ q, lang }) => askedOf(q, respond({ text: q, locale: lang }, EMPTY_MEMORY, knowledge).answer, teller),
      {
        id: 'ask',
        words: api.ask,
        answer: { name: 'Asked', schema: askedSchema },
        example: `/api/ask?q=${encodeURIComponent('économies de Mentor')}`,
      },
    ),
    operation('/api/projets', projectQuerySchema(knowledge), ({ lang }, call) => list(criteriaOf(call), lang), {
      id: 'listProjects',
      words: api.projects,
      answer: { name: 'ProjectList', schema: projectListSchema },
      example: '/api/projets?q=logement&tri=financement',
    }),
    operation('/api/projets/{id}', noQuerySchema, (_, { parameters }) => projectOf(parameters['id'] ?? '', teller), {
      id: 'getProject',
      words: api.project,
      named: { id: api.parameters.project },
      answer: { name: 'Project', schema: projectSchema },
      example: `/api/projets/${first}`,
    }),
    operation('/api/fonds', noQuerySchema, () => fundOf(knowledge), {
      id: 'getFund',
      words: api.fund,
      answer: { name: 'Fund', schema: fundSchema },
      example: '/api/fonds',
    }),
    operation(DESCRIPTION_PATH, noQuerySchema, description, {
      id: 'getDescription',
      words: api.openapi,
      answer: null,
      example: DESCRIPTION_PATH,
    }),
  ];
}

/** @param path as OpenAPI writes it: `/api/projets/{id}` */
function operation<Shape extends z.ZodRawShape>(
  path: string,
  query: z.ZodObject<Shape>,
  json: (query: z.output<z.ZodObject<Shape>>, call: Call) => unknown,
  described: Described,
) {
  const { named = {} } = described;
  const statuses = described.named === undefined ? ([200, 400, 429] as const) : ([200, 400, 404, 429] as const);
  const route = openRoute(path.replace(/\{(\w+)\}/u, ':$1'), query, (...asked) => jsonContent(json(...asked)));
  return { ...described, path, query, named, statuses, route };
}
