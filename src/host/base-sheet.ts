import { join } from 'node:path';
import type { Route } from './http/route';
import { readAsset } from './widget/asset';

/** The sheet that every page loads before its own: its address, version included, and the route that serves it (put on the server with those of the widget). */
export async function readBaseSheet(): Promise<{ readonly address: string; readonly route: Route }> {
  const sheet = await readAsset(join(__dirname, 'assets', 'base.css'), 'text/css; charset=utf-8');
  return {
    address: `/base.css?v=${sheet.version}`,
    route: { method: 'GET', path: '/base.css', answer: sheet.answer },
  };
}
