import { join } from 'node:path';
import type { Route } from './http/route';
import { readAsset } from './widget/asset';

/** A style sheet as pages name it, version included, and the route that serves it. */
export interface Sheet {
  readonly address: string;
  readonly route: Route;
}

/** Reads the sheet of a file, to be served at a path. */
export async function readSheet(file: string, path: string): Promise<Sheet> {
  const { version, answer } = await readAsset(file, 'text/css; charset=utf-8');
  return { address: `${path}?v=${version}`, route: { method: 'GET', path, answer } };
}

/** The sheet that every page loads before its own; its route is put on the server with those of the widget. */
export function readBaseSheet(): Promise<Sheet> {
  return readSheet(join(__dirname, 'assets', 'base.css'), '/base.css');
}
