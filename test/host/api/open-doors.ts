import { createApiRoutes } from '../../../src/host/api/api-routes';
import { openPlainPages } from '../../../src/host/plain/plain-page';
import type { Route } from '../../../src/host/http/route';
import { NO_OPERATOR } from '../../../dialogs/operator';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';

/** The routes for programs over a base, as the assistant composes them. */
export async function apiRoutes(knowledge: KnowledgeBase, publicUrl?: string): Promise<Route[]> {
  const { show } = await openPlainPages();
  return createApiRoutes({ knowledge, show, publicUrl, operator: NO_OPERATOR, version: '1.2.3' });
}
