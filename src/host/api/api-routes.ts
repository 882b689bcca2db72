import { escapeHtml } from '../../../dialogs/exports/html-document';
import { api } from '../../messages/fr/api';
import { get, type Route } from '../http/route';
import { listHtml, said } from '../plain/html-text';
import type { PlainPage, ShowPage } from '../plain/plain-page';
import type { Teller } from './asked';
import { describe, type Description, type Parameter, parametersOf } from './openapi';
import { DESCRIPTION_PATH, type Operation, operationsOf } from './operations';

/** Answers and records for programs, their description, and a page that shows it: read only, nothing is kept. */
export function createApiRoutes(parts: Teller & { readonly show: ShowPage; readonly version: string }): Route[] {
  // Made when somebody first reads it.
  let described: Description | undefined;
  const description = (): Description => (described ??= describe(operations, parts));
  const operations = operationsOf(parts, () => description().document);
  return [...operations.map(({ route }) => route), get('/api', () => parts.show(apiPage(operations, description())))];
}

/** The description as a page to read: each address with what it takes, an example, and the schema of what it gives. French only. */
function apiPage(operations: readonly Operation[], { schemas }: Description): PlainPage {
  const { page } = api;
  return {
    locale: 'fr',
    title: page.title,
    main: [
      `      <h1>${say(page.title)}</h1>`,
      ...api.intro.map((text) => `      <p>${say(text)}</p>`),
      `      <p>${say(page.description)} <a href="${DESCRIPTION_PATH}">${DESCRIPTION_PATH}</a></p>`,
      ...operations.map((operation) => operationHtml(operation)),
      ...Object.entries(schemas).map(
        ([name, schema]) =>
          `      <details id="${escapeHtml(name)}"><summary>${say(page.schema(name))}</summary><pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`,
      ),
    ].join('\n'),
  };
}

const say = (text: string): string => said(text, 'fr');

function operationHtml(operation: Operation): string {
  const { path, words, example, answer, statuses } = operation;
  const items = statuses.map((status) => {
    const schema = status === 200 && answer !== null ? ` (<a href="#${answer.name}">${answer.name}</a>)` : '';
    return `${status} : ${say(api.responses[status])}${schema}`;
  });
  return [
    '      <section>',
    `      <h2>${say(words.summary)} : <code>GET ${escapeHtml(path)}</code></h2>`,
    `      <p>${say(words.text)}</p>`,
    ...parametersHtml(operation),
    `      <p>${say(api.page.example)} <a href="${escapeHtml(example)}">${escapeHtml(decodeURIComponent(example))}</a></p>`,
    listHtml(items),
    '      </section>',
  ].join('\n');
}

function parametersHtml(operation: Operation): readonly string[] {
  const { parameters, columns } = api.page;
  const rows = parametersOf(operation).map(parameterHtml);
  if (rows.length === 0) return [];
  const heads = [columns.name, columns.meaning, columns.values].map((text) => `<th scope="col">${say(text)}</th>`);
  const label = say(parameters(operation.path));
  return [
    `      <div class="wide" role="region" aria-label="${label}" tabindex="0">`,
    `        <table><caption>${label}</caption><thead><tr>${heads.join('')}</tr></thead>`,
    `          <tbody>\n${rows.join('\n')}\n          </tbody></table>`,
    '      </div>',
  ];
}

function parameterHtml(parameter: Parameter): string {
  const { name, description, required } = parameter;
  const meaning = required ? `${description} (${api.page.required})` : description;
  return `        <tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${say(meaning)}</td><td>${valuesHtml(parameter)}</td></tr>`;
}

/** Few values in the table, many behind a press. */
const MOST_SHOWN = 4;

function valuesHtml({ schema }: Parameter): string {
  const { page } = api;
  const values = schema.enum?.map((value) => `<code>${escapeHtml(String(value))}</code>`) ?? [];
  if (values.length > MOST_SHOWN)
    return `<details><summary>${say(page.oneOf(values.length))}</summary>${values.join(', ')}</details>`;
  if (values.length > 0) return values.join(', ');
  if (schema.pattern !== undefined) return `<code>${escapeHtml(schema.pattern)}</code>`;
  return schema.maxLength === undefined ? '' : say(page.anyText(schema.maxLength));
}
