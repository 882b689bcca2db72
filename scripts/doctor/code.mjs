import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * @typedef {object} Finding
 * @property {string} rule its id
 * @property {string} where path from the project's folder, with a line if there is one
 * @property {string} what
 * @property {boolean} breaks whether it is a fault; if not, it is worth a look
 */

/** Everything that is seen by reading the files: their length, the width of folders, equal runs of lines, budgets. Gives Finding[]. */
export function examineFiles(root, bounds) {
  const files = bounds.roots.flatMap((folder) => codeFiles(root, folder));
  return [
    ...files.flatMap((file) => longFile(file, bounds)),
    ...wideFolders(files, bounds),
    ...duplicates(files, bounds.sameLines),
    ...overBudget(files, bounds.lines),
  ];
}

function codeFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(root, path).replaceAll('\\', '/'),
      lines: readFileSync(path, 'utf8').trimEnd().split('\n'),
    }));
}

function longFile({ path, lines }, { fileLines, longFiles }) {
  const { look, rule } = path in longFiles ? { look: 0, rule: longFiles[path] } : fileLines;
  if (lines.length <= look) return [];
  return [
    {
      rule: 'long-file',
      where: path,
      what: `${lines.length} lignes (borne ${rule})`,
      breaks: lines.length > rule,
    },
  ];
}

function wideFolders(files, { folderFiles: { look, rule } }) {
  const widths = new Map();
  for (const { path } of files) widths.set(dirname(path), (widths.get(dirname(path)) ?? 0) + 1);
  return [...widths]
    .filter(([, width]) => width > look)
    .map(([folder, width]) => ({
      rule: 'wide-folder',
      where: folder,
      what: `${width} fichiers (borne ${rule})`,
      breaks: width > rule,
    }));
}

function overBudget(files, budgets) {
  return Object.entries(budgets).flatMap(([folder, budget]) => {
    const lines = files
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .reduce((sum, { lines: { length } }) => sum + length, 0);
    return lines <= budget
      ? []
      : [{ rule: 'budget', where: folder, what: `${lines} lignes (budget ${budget})`, breaks: true }];
  });
}

/** Runs of at least `least` equal lines; each is told once, where it comes the second time, with where it came first. */
function duplicates(files, least) {
  const firstAt = new Map();
  return files.flatMap((file) => {
    const lines = tellingLines(file);
    const found = [];
    for (let at = 0; at + least <= lines.length; at += 1) {
      const window = lines.slice(at, at + least);
      const key = window.map(({ text }) => text).join('\n');
      const first = firstAt.get(key);
      if (first === undefined) firstAt.set(key, window[0]);
      else if (found.at(-1)?.until !== window.at(-2).number)
        found.push({ first, from: window[0], until: window.at(-1).number });
      else found.at(-1).until = window.at(-1).number;
    }
    return found.map(({ first, from, until }) => ({
      rule: 'duplicate',
      where: `${file.path}:${from.number}`,
      what: `jusqu’à la ligne ${until}, déjà dans ${first.path}:${first.number}`,
      breaks: true,
    }));
  });
}

/** Lines that say something, with their place: brackets alone are kept, blank lines and imports are not. */
function tellingLines({ path, lines }) {
  return lines
    .map((line, index) => ({ path, number: index + 1, text: line.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('import '));
}
