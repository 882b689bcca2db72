import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { parseSettings } from '../src/host/settings';
import { DURABLE } from './host/storage/redis-server';
import { temporaryFolder } from './host/temporary-folder';

jest.setTimeout(60_000);

const folder = temporaryFolder();
const text = readFileSync('deploy/Containerfile', 'utf8');

/** What docs/exploitation.md has copied to another machine. */
const documented = /puis (`package\.json`.*?) dans `\/opt\/assistant`/u
  .exec(readFileSync('docs/exploitation.md', 'utf8'))?.[1]
  ?.match(/(?<=`)[\w./*-]+(?=`)/gu);

/** What the second step of the Containerfile takes of the first: source and target, both from the project's folder. */
const copies = [...text.matchAll(/^COPY --from=build \/app\/(\S+) \.\/(\S*)$/gmu)];
const taken = copies.flatMap(([, from = '', to = '']) =>
  from.endsWith('*')
    ? readdirSync(dirname(from))
        .filter((name) => name.startsWith(basename(from).slice(0, -1)))
        .map((name) => [join(dirname(from), name), join(to, name)] as const)
    : [[from, to === '' ? from : to] as const],
);

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/** The packages at the top of node_modules that `npm prune --omit=dev` leaves. */
function linkProductionPackages(target: string): void {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  for (const [path, { dev = false }] of Object.entries(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/u.exec(path)?.[1];
    if (name === undefined || dev) continue;
    mkdirSync(dirname(join(target, name)), { recursive: true });
    symlinkSync(resolve(path), join(target, name));
  }
}

/** Links are taken for what they stand for, so that a package finds those beside it here and not at home. */
const AS_LINKED = ['--preserve-symlinks', '--preserve-symlinks-main'];

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

describe('what the Containerfile puts together', () => {
  let child: ChildProcess | undefined;
  let written = '';
  const env = { NODE_ENV: 'production', TEAMS: 'off', PORT: '0', VAR_DIR: join(folder, 'var') };

  beforeAll(() => {
    for (const [from, to] of taken) {
      mkdirSync(dirname(join(folder, to)), { recursive: true });
      if (from === 'node_modules') linkProductionPackages(join(folder, to));
      else symlinkSync(resolve(from), join(folder, to));
    }
  });
  afterAll(() => child?.kill());

  it('serves the page, the conversation’s client and an answer, by production packages alone', async () => {
    const command = z.array(z.string()).parse(JSON.parse(/^CMD (\[.*\])$/mu.exec(text)?.[1] ?? '[]'));

    child = spawn(process.execPath, [...AS_LINKED, ...command.slice(1)], { cwd: folder, env });
    const { stdout, stderr } = child;
    await new Promise<void>((ready) => {
      child?.once('exit', () => {
        ready();
      });
      for (const output of [stdout, stderr])
        output?.on('data', (chunk: Buffer) => {
          written += chunk.toString();
          if (/Assistant prêt : \S+\n/u.test(written)) ready();
        });
    });
    const url = /Assistant prêt : (\S+)\n/u.exec(written)?.[1] ?? written;

    for (const path of ['/', '/widget/webchat.js', '/healthz']) expect((await fetch(url + path)).status).toBe(200);
    expect(await (await fetch(`${url}/question?q=mentor`)).text()).toContain('Plateforme interministérielle');
    expect(readdirSync(join(folder, 'node_modules'))).not.toContain('typescript');
  });

  it('is what the documents have copied by hand', () => {
    expect([...(documented ?? [])].sort()).toEqual(copies.map(([, from]) => from).sort());
  });

  it.each([
    ['backup', ['copie'], 'copie : sauvegarde faite\n'],
    ['store', ['move', 'copie-de-rien', 'ailleurs'], 'n’a encore rien gardé ici'],
    ['knowledge', ['check'], ' : rien à corriger'],
    ['admin', ['link'], '--role'],
  ])('runs the command %s', (name, args, said) => {
    const { scripts } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
    const [, ...script] = (scripts[name] ?? '').split(' ');

    const { stdout, stderr } = spawnSync(process.execPath, [...AS_LINKED, ...script, ...args], { cwd: folder, env });

    expect(`${stdout.toString()}${stderr.toString()}`).toContain(said);
  });
});

describe.each(['deploy/compose-nginx.conf', 'docs/exploitation.md'])('the proxy of %s', (file) => {
  const proxy = readFileSync(file, 'utf8');

  it('writes neither a question, a token nor the key of a link', () => {
    const [, name = '', format = ''] = /^log_format (\w+) '(.*)';$/mu.exec(proxy) ?? [];
    const start = new RegExp(/^map \$uri \$debut \{ "~(.*)" \$1; \}$/mu.exec(proxy)?.[1] ?? '', 'u');

    expect(proxy).toMatch(new RegExp(`^ *access_log \\S+ ${name};$`, 'mu'));
    expect(proxy).toMatch(/^ *error_log \S+ alert;$/mu);
    expect(format).not.toMatch(/\$(?:uri|request|request_uri|args|arg_\w+|query_string|http_\w+)\b/u);
    for (const path of ['/take-away/SECRET', '/admin/entree/SECRET', '/pictures/SECRET', '/v3/directline/SECRET'])
      expect(start.exec(path)?.[1]).toBe(`/${path.split('/')[1] ?? ''}`);
  });
});

describe('the unit of systemd', () => {
  const unit = readFileSync('deploy/assistant.service', 'utf8');
  const settingNames = readFileSync('.env.example', 'utf8').match(/^\w+(?==)/gmu) ?? [];

  it('sets what is a setting, and writes where it may', () => {
    const set = [...unit.matchAll(/^#? ?Environment=(.+)$/gmu)].flatMap(([, all = '']) => all.split(' '));

    expect(set.length).toBeGreaterThan(2);
    for (const setting of set) expect(settingNames).toContain(setting.split('=')[0]);
    expect(unit).toContain('StateDirectory=assistant\n');
    expect(set).toContain('VAR_DIR=/var/lib/assistant');
  });
});

/** Not run: there is no engine of containers here. */
describe('what compose.yaml puts together', () => {
  const compose = readFileSync('deploy/compose.yaml', 'utf8');

  it('gives two instances settings that they take, and a proxy that they believe', () => {
    const environment = [...compose.matchAll(/^ {4}([A-Z_]+): '?(.*?)'?$/gmu)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    const settings = parseSettings({
      NODE_ENV: 'production',
      ...z.record(z.string(), z.string()).parse(Object.fromEntries(environment)),
    });

    expect(settings).toMatchObject({ storeUrl: 'redis://redis:6379/0', storePrefix: 'assistant', teams: undefined });
    expect(compose).toContain(`subnet: ${settings.limits.trustedProxies.join()} `);
    expect(compose.match(/: \*assistant$/gmu)).toHaveLength(2);
  });

  it('gives them a Redis that keeps what it acknowledges', () => {
    const command = /command:\s*\[\s*redis-server,([^\]]*)\]/u.exec(compose)?.[1] ?? '';
    const given = z
      .record(z.string(), z.string())
      .parse(
        Object.fromEntries(
          [...command.matchAll(/--([\w-]+),\s*'?([\w-]*)'?/gu)].map(([, name, value]) => [name, value]),
        ),
      );

    expect(given).toMatchObject(DURABLE);
  });

  it('sends to both, by the proxy that it names', () => {
    const proxy = readFileSync('deploy/compose-nginx.conf', 'utf8');

    expect(compose).toContain('./compose-nginx.conf:/etc/nginx/conf.d/default.conf');
    for (const instance of ['assistant-1', 'assistant-2']) {
      expect(compose).toContain(`\n  ${instance}: *assistant`);
      expect(proxy).toContain(`server ${instance}:3978 `);
    }
  });
});
