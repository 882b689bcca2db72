import type { KnowledgeBase } from '../core/knowledge/knowledge-base';
import { createApiRoutes } from './api/api-routes';
import { createOrigins } from './http/origins';
import type { Route } from './http/route';
import type { Log } from './log';
import { createMcpRoutes } from './mcp/mcp-routes';
import { createOpenDataRoutes } from './open-data/open-data-routes';
import type { ShowPage } from './plain/plain-page';
import { createBaseUrl } from './public-address';
import { operatorOf, type Settings } from './settings';
import { readVersion } from './version';

/** The doors for other people's tools, over one base: they only read, each request stands alone, and nothing is kept of it. */
export function createOpenDoors(knowledge: KnowledgeBase, settings: Settings, show: ShowPage, log: Log): Route[] {
  const { publicUrl, allowedOrigins } = settings;
  const baseUrlOf = createBaseUrl(publicUrl).of;
  const told = { knowledge, publicUrl, operator: operatorOf(settings, null), version: readVersion() };
  return [
    ...createApiRoutes({ ...told, show }),
    ...createMcpRoutes({ ...told, log, origins: createOrigins({ allowed: allowedOrigins, baseUrlOf }) }),
    ...createOpenDataRoutes({ ...told, show, baseUrlOf }),
  ];
}
