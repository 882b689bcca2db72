import type { KnowledgeBase } from '../core/knowledge/knowledge-base';
import { createApiRoutes } from './api/api-routes';
import type { Route } from './http/route';
import type { ShowPage } from './plain/plain-page';
import { serviceOf } from './service';
import type { Settings } from './settings';
import { readVersion } from './version';

/** The doors for other people's tools, over one base: they only read, each request stands alone, and nothing is kept of it. */
export function createOpenDoors(parts: {
  readonly knowledge: KnowledgeBase;
  readonly settings: Settings;
  readonly show: ShowPage;
}): Route[] {
  const { knowledge, settings, show } = parts;
  const told = { knowledge, publicUrl: settings.publicUrl, service: serviceOf(settings, null), version: readVersion() };
  return createApiRoutes({ ...told, show });
}
