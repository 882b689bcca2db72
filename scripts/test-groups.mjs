import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { testTexts } from './test-steps.mjs';

/** Enough that what they share is seldom loaded, few enough that no group is long waited for. */
const FILES_OF_A_GROUP = 10;

/** What a file, or what it imports of the tests, does that must stay alone: it opens a browser, or changes what its neighbours have too. */
const ALONE = /playwright-core|\bjest\.|process\.(env|chdir)\b/;
/** A hook of an imported file would belong to whoever loads it first. */
const HOOK = /^(before|after)(All|Each)\(|^const .* = temporaryFolder\(/m;

/**
 * Runs all the tests of a project by `run`, which gets arguments for jest: light files together. The files of a group load the program and
 * the knowledge base once, which each for itself took half the time of the whole. In its group a file is a `describe` called by its path.
 */
export async function inGroups(root, run) {
  const folder = join(root, '.cache', 'test-groups');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    return await run(['--runTestsByPath', ...testFiles(root, folder)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
  const groups = [];
  while (light.length > 0) groups.push(writeGroup(light.splice(0, FILES_OF_A_GROUP), { folder, root }));
  return [...groups, ...alone];
}

/** Gives the path of the group, which is called by its first file. */
function writeGroup(files, { folder, root }) {
  const path = join(folder, `${relative(join(root, 'test'), files[0]).replace(/\W+/g, '-')}-and-more.test.js`);
  const text = files.map((file) => described(relative(root, file), relative(folder, file))).join('\n');
  // Jest begins with the largest files: a group is as large as what it holds.
  writeFileSync(path, text.padEnd(files.reduce((size, file) => size + readFileSync(file).length, 0)));
  return path;
}

/** What cannot be loaded fails by itself, and leaves the others of its group alone. */
function described(name, path) {
  return `describe(${JSON.stringify(name)}, () => {
  try {
    require(${JSON.stringify(path)});
  } catch (error) {
    it('can be loaded', () => {
      throw error;
    });
  }
});
`;
}
