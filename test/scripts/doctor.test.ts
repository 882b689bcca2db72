import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, runModule, runNode } from './run-node';
import { scratchFolder } from './scratch-folder';
import { smallProject } from './small-project';

/** What the command calls to load the knowledge; that it tells what the real one finds has a test of its own. */
const LOADS = 'export const loadKnowledge = async (): Promise<void> => {};\n';
const HEALTHY = {
  'src/index.ts': `import '../dialogs/greet';
    import { loadKnowledge } from './host/knowledge-files';
    declare const setInterval: any;
    loadKnowledge().then(() => setInterval(() => 0, 1000));`,
  'src/host/knowledge-files.ts': LOADS,
  'dialogs/greet.ts': "declare const console: any;\nconsole.log('Assistant prêt');\n",
};

/** Lines, as the bounds say now. */
const CLI_BUDGET = Number(
  /'src\/cli': ([\d_]+)/u.exec(readFileSync(join(PROJECT, 'scripts/doctor/bounds.mjs'), 'utf8'))?.[1]?.replace('_', ''),
);

const TWELVE_LINES = lines(12, (index) => `  '${index}',`);
const FAULTS = {
  'src/index.ts': "import './uses';\nthrow new Error('no way to start');\n",
  'src/uses.ts': "import './cli/long';\nimport './core/imports-host';\nimport './host/one';\nimport './host/copy';\n",
  'src/cli/long.ts': lines(CLI_BUDGET + 1, (index) => `'${index}';`),
  'src/core/imports-host.ts': "import '../host/one';\nexport const nobodyUsesMe = 1;\n",
  'src/host/one.ts': `import './two';\n[\n${TWELVE_LINES}];\n`,
  'src/host/two.ts': "import './one';\n",
  'src/host/copy.ts': `// Another beginning.\n[\n${TWELVE_LINES}].length;\n`,
  'src/host/knowledge-files.ts': LOADS,
  'test/typed.test.ts': "export const one: number = 'one';\n",
  ...Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`dialogs/wide/file-${index}.ts`, 'export {};\n'])),
};

it('names each fault with its rule, its place and a remedy, and fails', () => {
  const { status, stdout } = doctor(FAULTS);

  const toldOf = (rule: string): string => new RegExp(`^${rule} — .+\\n((?:  .*\\n)+)`, 'mu').exec(stdout)?.[1] ?? '';
  expect(toldOf('long-file')).toBe(`  ✗ src/cli/long.ts : ${CLI_BUDGET + 1} lignes (borne 400)\n`);
  expect(toldOf('wide-folder')).toBe('  ✗ dialogs/wide : 25 fichiers (borne 24)\n');
  expect(toldOf('budget')).toBe(`  ✗ src/cli : ${CLI_BUDGET + 1} lignes (budget ${CLI_BUDGET})\n`);
  expect(toldOf('duplicate')).toBe('  ✗ src/host/one.ts:2 : jusqu’à la ligne 14, déjà dans src/host/copy.ts:2\n');
  expect(toldOf('circle')).toMatch(/^ {2}✗ src\/host\/(one|two)\.ts : → src\/host\/(two|one)\.ts/mu);
  expect(toldOf('layer')).toContain('  ✗ src/core/imports-host.ts : → src/host/one.ts (core-knows-nobody)\n');
  expect(toldOf('unused')).toContain('  ✗ src/core/imports-host.ts:2 : nobodyUsesMe\n');
  expect(toldOf('unused')).toContain('  ✗ dialogs/wide/file-0.ts : le fichier entier\n');
  expect(toldOf('types')).toMatch(/^ {2}✗ test\/typed\.test\.ts:1 : error TS2322/u);
  expect(toldOf('start')).toContain('  ✗ src/index.ts : ');
  expect(toldOf('start')).toContain('no way to start');
  expect(status).toBe(1);
}, 60_000);

it('finds nothing where nothing is wrong; to have become slower is worth a look and no fault', () => {
  const { status, stdout } = doctor({ ...HEALTHY, '.cache/doctor.json': '{"types":0.001,"start":3600}' });

  expect(stdout).toMatch(
    /^slower — .+\n {2}· types : \d+,\d s, contre 0,0 s\ntypes en .+, démarrage en .+\n0 à corriger, 1 à regarder\n$/u,
  );
  expect(status).toBe(0);
}, 60_000);

it('tells what the knowledge base finds wrong with the data', () => {
  const data = scratchFolder();
  cpSync(join(PROJECT, 'data'), data, { recursive: true });
  cpSync(join(data, 'themes.json'), join(data, 'calls.json'));

  const { stdout } = runModule(`
    import { examineKnowledge } from './scripts/doctor/programs.mjs';
    for (const data of [undefined, ${JSON.stringify(data)}]) {
      console.log(JSON.stringify(await examineKnowledge(process.cwd(), data)));
    }
  `);

  const [ours, faulty] = stdout.split('\n');
  expect(ours).toBe('[]');
  expect(faulty).toContain('"rule":"knowledge"');
  expect(faulty).toContain('calls.json');
});

/** Runs the real command, with the real rules and programs, on a project of these files. */
function doctor(files: Readonly<Record<string, string>>) {
  const root = smallProject(files);
  for (const rules of ['.dependency-cruiser.cjs', 'knip.jsonc']) cpSync(join(PROJECT, rules), join(root, rules));
  return runNode(['scripts/doctor.mjs'], { root });
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}
