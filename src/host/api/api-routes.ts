import { get, type Route } from '../http/route';
import type { ShowPage } from '../plain/plain-page';
import { apiPage } from './api-page';
import type { Teller } from './asked';
import { describe, type Description } from './openapi';
import { operationsOf } from './operations';

/** Answers and records for programs, their description, and a page that shows it: read only, nothing is kept. */
export function createApiRoutes(parts: Teller & { readonly show: ShowPage; readonly version: string }): Route[] {
  // Made when somebody first reads it.
  let described: Description | undefined;
  const description = (): Description => (described ??= describe(operations, parts));
  const operations = operationsOf(parts, () => description().document);
  return [...operations.map(({ route }) => route), get('/api', () => parts.show(apiPage(operations, description())))];
}
