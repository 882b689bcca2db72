import { runNode } from './run-node';
import { smallProject } from './small-project';

const DECLARATIONS = 'declare const process: any; declare const console: any; declare const require: any;\n';

it('leaves standard input and output to the command, even when something had to be prepared', () => {
  const root = smallProject({
    'src/cli/echo-all.ts': `${DECLARATIONS}
      export async function echoAll(args: readonly string[]): Promise<number> {
        console.log(args.join(' ') + ' ' + require('node:fs').readFileSync(0, 'utf8'));
        return 3;
      }`,
  });

  const { status, stdout, stderr } = runNode(['scripts/run.mjs', 'echo-all', '--jsonl', 'x'], { root, input: 'asked' });

  expect(stdout).toBe('--jsonl x asked\n');
  expect(stderr).toMatch(/^Compilation… fait .*\n$/);
  expect(status).toBe(3);
});

it('names the commands that exist when it is asked for another one', () => {
  const root = smallProject({ 'src/cli/echo.ts': 'export {};' });

  const { status, stderr } = runNode(['scripts/run.mjs', 'ehco'], { root });

  expect(status).toBe(1);
  expect(stderr).toContain('commande inconnue : « ehco »');
  expect(stderr).toContain('Choisissez parmi : echo.');
});

it.each([
  'scripts/start',
  'scripts/test',
  'scripts/ok',
  'scripts/check',
  'scripts/doctor',
  'scripts/build',
  'bench/run',
])('says how %s is called, and does nothing else', (script) => {
  const { status, stdout, stderr } = runNode([`${script}.mjs`, '--help']);

  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Usage : npm /u);
});

it('starts the server in the same process, with the settings of .env that the environment does not give', () => {
  const root = smallProject({
    '.env': 'PORT=1\nCOLOUR=blue\n',
    'src/index.ts': `${DECLARATIONS} console.log(process.env.PORT, process.env.COLOUR, process.cwd() === require('node:path').dirname(require('node:path').dirname(process.argv[1])));`,
  });

  const { stdout } = runNode(
    [
      '--eval',
      "process.env.PORT = '2'; process.argv[1] = require('node:path').resolve('scripts/start.mjs'); import(process.argv[1])",
    ],
    { root },
  );

  expect(stdout).toBe('2 blue true\n');
});
