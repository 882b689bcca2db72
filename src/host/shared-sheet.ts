import { join } from 'node:path';
import { get } from './http/route';
import { readAsset } from './widget/asset';

/** Reads the style sheet of a file, to be served at a path: as pages name it, version included, and the route that serves it. */
export async function readSheet(file: string, path: string) {
  const { version, answer } = await readAsset(file, 'text/css; charset=utf-8');
  return { address: `${path}?v=${version}`, route: get(path, answer) };
}

/**
 * A sheet that pages load before their own. `base` is of every page and put on the server with the widget; `page`, of those that are
 * read from top to bottom, with the plain ones.
 */
export function readSharedSheet(name: 'base' | 'page') {
  return readSheet(join(__dirname, 'assets', `${name}.css`), `/${name}.css`);
}
