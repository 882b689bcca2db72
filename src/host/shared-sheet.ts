import { join } from 'node:path';
import type { Route } from './http/route';
import { readAsset } from './widget/asset';

/** A sheet that pages load before their own: its address, version included, and the route that serves it. */
export interface SharedSheet {
  readonly address: string;
  readonly route: Route;
}

/** `base` is of every page and put on the server with the widget; `page`, of those that are read from top to bottom, with the plain ones. */
export async function readSharedSheet(name: 'base' | 'page'): Promise<SharedSheet> {
  const path = `/${name}.css`;
  const sheet = await readAsset(join(__dirname, 'assets', `${name}.css`), 'text/css; charset=utf-8');
  return { address: `${path}?v=${sheet.version}`, route: { method: 'GET', path, answer: sheet.answer } };
}
