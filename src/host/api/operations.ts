import { z } from 'zod';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { api } from '../../messages/fr/api';
import { printable } from '../plain/page-query';
import { askedSchema } from './answer-schema';
import { localeSchema, projectQuerySchema } from './project-query';
import { fundSchema, projectListSchema, projectSchema } from './record-schemas';

/** Where each part of the interface is. */
export const PATHS = {
  ask: '/api/ask',
  projects: '/api/projets',
  fund: '/api/fonds',
  description: '/api/openapi.json',
} as const;

/** The brain reads no more of a question. */
const MOST_CHARACTERS = 500;

/** A question, as every program asks it. */
export const questionTextSchema = z
  .string(`write a question of 1 to ${MOST_CHARACTERS} characters`)
  .max(MOST_CHARACTERS, `write ${MOST_CHARACTERS} characters at most`)
  .transform(printable)
  .refine((text) => text !== '', `write a question of 1 to ${MOST_CHARACTERS} characters`)
  .describe(api.parameters.question);

export const askQuerySchema = z.strictObject({ q: questionTextSchema, lang: localeSchema });

/** Where nothing is to be chosen. */
export const noQuerySchema = z.strictObject({});

/** One address of the interface, as it is described. */
export interface Operation {
  /** As OpenAPI writes it: `/api/projets/{id}`. */
  readonly path: string;
  readonly id: string;
  readonly words: { readonly summary: string; readonly text: string };
  readonly query: z.ZodObject;
  /** The named parts of the path, with what they are. */
  readonly named: Readonly<Record<string, string>>;
  /** What it answers, with the name of its schema; null where it is no schema of ours. */
  readonly answer: { readonly name: string; readonly schema: z.ZodType } | null;
  /** An address to try. */
  readonly example: string;
  readonly statuses: readonly (keyof typeof api.responses)[];
}

/** All that the interface offers over this base. */
export function operationsOf(knowledge: KnowledgeBase): readonly Operation[] {
  const first = knowledge.projects[0]?.id ?? 'mentor';
  const common = { query: noQuerySchema, named: {}, statuses: [200, 400, 429] } as const;
  return [
    {
      ...common,
      path: PATHS.ask,
      id: 'ask',
      words: api.ask,
      query: askQuerySchema,
      answer: { name: 'Asked', schema: askedSchema },
      example: `${PATHS.ask}?q=${encodeURIComponent('économies de Mentor')}`,
    },
    {
      ...common,
      path: PATHS.projects,
      id: 'listProjects',
      words: api.projects,
      query: projectQuerySchema(knowledge),
      answer: { name: 'ProjectList', schema: projectListSchema },
      example: `${PATHS.projects}?q=logement&tri=financement`,
    },
    {
      ...common,
      path: `${PATHS.projects}/{id}`,
      id: 'getProject',
      words: api.project,
      named: { id: api.parameters.project },
      answer: { name: 'Project', schema: projectSchema },
      example: `${PATHS.projects}/${first}`,
      statuses: [200, 400, 404, 429],
    },
    {
      ...common,
      path: PATHS.fund,
      id: 'getFund',
      words: api.fund,
      answer: { name: 'Fund', schema: fundSchema },
      example: PATHS.fund,
    },
    {
      ...common,
      path: PATHS.description,
      id: 'getDescription',
      words: api.openapi,
      answer: null,
      example: PATHS.description,
    },
  ];
}
