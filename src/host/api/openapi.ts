import { z } from 'zod';
import { answerBodySchema } from '../../core/model/answer';
import { filterSchema, questionSchema } from '../../core/model/question';
import { sourceSchema } from '../../core/model/records';
import { api } from '../../messages/fr/api';
import { figureSchema } from './answer-schema';
import type { Operation } from './operations';
import { callSchema, errorSchema, factSchema, projectRowSchema } from './record-schemas';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** An OpenAPI description, and the schemas in it by their names. */
export type Description = ReturnType<typeof describe>;

/** Describes operations by OpenAPI 3.1; every schema is made from the one by which the code and the tests go. */
export function describe(
  operations: readonly Operation[],
  { version, publicUrl }: { readonly version: string; readonly publicUrl?: string | undefined },
) {
  const schemas = componentsOf(operations);
  return {
    schemas,
    document: {
      openapi: '3.1.0',
      info: { title: api.title, description: api.intro.join('\n\n'), version },
      servers: [{ url: publicUrl ?? '/' }],
      paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: operationOf(operation) }])),
      components: { schemas },
    },
  };
}

function operationOf(operation: Operation): Readonly<Record<string, unknown>> {
  const { id, words, answer, statuses } = operation;
  return {
    operationId: id,
    summary: words.summary,
    description: words.text,
    parameters: parametersOf(operation),
    responses: Object.fromEntries(
      statuses.map((status) => [
        status,
        {
          description: api.responses[status],
          ...(status === 429 ? { headers: { 'Retry-After': { schema: { type: 'integer' } } } } : {}),
          content: { 'application/json': { schema: schemaOf(status, answer) } },
        },
      ]),
    ),
  };
}

function schemaOf(status: number, answer: Operation['answer']): JsonSchema {
  if (status !== 200) return { $ref: refOf('Error') };
  return answer === null ? { type: 'object' } : { $ref: refOf(answer.name) };
}

/** A parameter as OpenAPI tells it, with the schema of what may be written. */
export type Parameter = ReturnType<typeof parametersOf>[number];

/** The named parts of the path, then what may be written in the query. */
export function parametersOf({ named, query }: Pick<Operation, 'named' | 'query'>) {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  const anyText: JsonSchema = { type: 'string' };
  return [
    ...Object.entries(named).map(([name, description]) => {
      return { name, in: 'path', required: true, description, schema: anyText };
    }),
    ...Object.entries(properties).flatMap(([name, property]) => {
      if (typeof property === 'boolean') return [];
      const { description = '', ...schema } = property;
      return [{ name, in: 'query', required: required.includes(name), description, schema }];
    }),
  ];
}

const refOf = (name: string): string => `#/components/schemas/${name}`;

/** Each schema that has a name once; the others stand where they are used. */
function componentsOf(operations: readonly Operation[]): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  const parts = {
    ...{ Error: errorSchema, Answer: answerBodySchema, Figure: figureSchema, Question: questionSchema },
    ...{ Filter: filterSchema, Source: sourceSchema, Fact: factSchema, Call: callSchema, ProjectRow: projectRowSchema },
  };
  for (const [id, schema] of Object.entries(parts)) registry.add(schema, { id });
  for (const { answer } of operations) if (answer !== null) registry.add(answer.schema, { id: answer.name });
  const { schemas } = z.toJSONSchema(registry, { uri: refOf });
  return Object.fromEntries(
    // OpenAPI says itself which dialect they are in and where each stands.
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _place, ...schema }]) => [name, schema]),
  );
}
