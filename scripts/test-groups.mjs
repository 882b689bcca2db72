import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cleanIfInterrupted } from './prepare/interruption.mjs';
import { testTexts } from './test-steps.mjs';

/** Enough that what they share is seldom loaded, few enough that no group is long waited for. */
const FILES_OF_A_GROUP = 20;

/**
 * What a file, or what it imports of the tests, does that must stay alone: it puts something in the place of modules or of the clock, or sets
 * the environment for all its tests at once.
 */
const ALONE = /\bjest\.(?!setTimeout|spyOn|restoreAllMocks)|^(process\.env|Object\.assign\(process)/m;
/** A hook of an imported file would belong to whoever loads it first. */
const HOOK = /^(before|after)(All|Each)\(|^const .* = temporaryFolder\(/m;

/** Jest has one timeout for all tests of a group: it is that of the most patient file, however each says its own. */
const PATIENCE = 'jest.setTimeout(240_000);\n';

/** What makes a file take longer, and how many times as long. */
const SLOW = [
  { sign: /playwright-core|from '\.[^']*\/(chromium|web-chat-page|widget-page|teams-page)'/, times: 6 },
  { sign: /child_process|redis-server|-process'|built-assistant|run-command/, times: 4 },
];

/**
 * Runs all the tests of a project by `run`, which gets arguments for jest: light files together. The files of a group load the program and
 * the knowledge base once, which each for itself took half the time of the whole. In its group a file is a `describe` called by its path.
 */
export async function inGroups(root, run) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'test-groups-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = cleanIfInterrupted(remove);
  try {
    return await run(['--runTestsByPath', ...testFiles(root, folder)]);
  } finally {
    forget();
    remove();
  }
}

/** The groups, which are written to the folder, then the files that stay alone. */
function testFiles(root, folder) {
  const paths = readdirSync(join(root, 'test'), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(root, 'test', name))
    .sort();
  const alone = paths.filter((path) => {
    const [own, ...imported] = testTexts([path]);
    return [own, ...imported].some((text) => ALONE.test(text)) || imported.some((text) => HOOK.test(text));
  });
  const light = paths.filter((path) => !alone.includes(path));
  // What stands in one folder takes about as long, in a browser or without: each group gets some of every folder.
  const count = Math.ceil(light.length / FILES_OF_A_GROUP);
  const groups = Array.from({ length: count }, (_, group) => light.filter((_path, at) => at % count === group));
  return [...groups.map((files, at) => writeGroup(files, at + 1, { folder, root })), ...alone];
}

/** Gives the path of the group. */
function writeGroup(files, number, { folder, root }) {
  const path = join(folder, `group-${number}.test.js`);
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const described = files.map((file) => describing(relative(root, file), relative(folder, file)));
  // Jest begins with the largest files: what takes long, begun last, would be waited for by itself.
  const size = texts.reduce((sum, one) => sum + one.length * (SLOW.find(({ sign }) => sign.test(one))?.times ?? 1), 0);
  writeFileSync(path, [...described, PATIENCE].join('').padEnd(size));
  return path;
}

/** What cannot be loaded fails by itself, and leaves the others of its group alone; so does what a file still spies upon. */
function describing(name, path) {
  return `describe(${JSON.stringify(name)}, () => {
  try {
    require(${JSON.stringify(path)});
  } catch (error) {
    it('can be loaded', () => {
      throw error;
    });
  }
  afterAll(() => jest.restoreAllMocks());
});
`;
}
