import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { extract } from 'tar';

/** Microsoft's Agents Playground that runs: a page that looks like Teams, and a connector of the Bot Framework behind it. */
export interface AgentsPlayground {
  readonly url: string;
  /** What every activity of the current user in the personal chat holds. */
  readonly said: Readonly<Record<string, unknown>>;
  /** The hosts beyond this machine that it has tried to reach; it was not let. */
  readonly calledOutside: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Fetched and checked by scripts/prepare/playground.mjs. */
const TARBALL = path.join('.cache', 'agents-playground-0.2.28.tgz');

/** By these it opens its page in the browser of whoever runs it, and falls without them: here they do nothing. */
const OPENERS = ['xdg-open', 'open'];

/** With its telemetry off, its library still tells Azure that it is used, unless it is told not to. */
const NO_STATISTICS = { APPLICATION_INSIGHTS_NO_STATSBEAT: 'true' };

/** Loaded before the Playground: whatever is off, nothing leaves this machine. */
const ONLY_LOOPBACK = `
  import { Socket } from 'node:net';
  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function (...args) {
    const [options] = Array.isArray(args[0]) ? args[0] : args;
    const host = options?.host ?? 'localhost';
    if (/^(localhost|127\\.[\\d.]+|::1)$/.test(host)) return connect.apply(this, args);
    console.error('called outside: ' + host);
    return this.destroy(new Error(host + ' is beyond this machine'));
  };
`;

/** Its program, unpacked. */
export interface UnpackedPlayground {
  /** Starts it, in a folder of its own where it writes its log, for the assistant at this address. */
  readonly start: (assistant: string) => Promise<AgentsPlayground>;
  readonly remove: () => Promise<void>;
}

/** Unpacks it once for all whom it plays. It always listens where it did first: a browser keeps its nine megabytes of script, compiled, by the address. */
export async function unpackAgentsPlayground(): Promise<UnpackedPlayground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agents-playground-'));
  const programs = path.join(folder, 'programs');
  await Promise.all([mkdir(programs), extract({ file: TARBALL, cwd: folder })]);
  await Promise.all(OPENERS.map((name) => writeFile(path.join(programs, name), '#!/bin/sh\n', { mode: 0o755 })));
  let port = '0';
  return {
    start: async (assistant) => {
      const playground = await start(folder, assistant, port);
      ({ port } = new URL(playground.url));
      return playground;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function start(folder: string, assistant: string, wantedPort: string): Promise<AgentsPlayground> {
  const work = await mkdtemp(path.join(folder, 'work-'));
  // JSON is YAML, too.
  await writeFile(path.join(work, '.m365agentsplayground.yml'), JSON.stringify(TEAMS));

  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(ONLY_LOOPBACK)}`,
      path.join(folder, 'package', 'cli.js'),
      ...['start', '--channel-id', 'msteams', '--disable-telemetry', '--port', wantedPort],
      ...['--app-endpoint', `${assistant}/api/messages`],
    ],
    {
      cwd: work,
      env: { PATH: path.join(folder, 'programs'), LANG: 'fr_FR.UTF-8', ...NO_STATISTICS },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const exited = once(child, 'exit');
  const port = await Promise.race([
    portSaidBy(createInterface(child.stdout)),
    exited.then(() => Promise.reject(new Error(`the Agents Playground did not start: ${complaints}`))),
  ]);
  return {
    url: `http://localhost:${port}`,
    said: {
      channelId: 'msteams',
      serviceUrl: `http://localhost:${port}/_connector`,
      from: { id: TEAMS.currentUser.id, name: TEAMS.currentUser.name, aadObjectId: TEAMS.currentUser.aadObjectId },
      recipient: TEAMS.bot,
      conversation: { id: TEAMS.personalChat.id, conversationType: 'personal', tenantId: TEAMS.tenantId },
    },
    calledOutside: () => [...complaints.matchAll(/called outside: (\S+)/gu)].map(([, host = '']) => host),
    close: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function portSaidBy(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const port = /^Listening on (\d+)$/u.exec(line)?.[1];
    if (port !== undefined) return port;
  }
  throw new Error('the Agents Playground ended without saying where it listens');
}

/** Who is who in this Teams, in the shape that the Playground's schema asks for (five colleagues, no fewer). */
const TEAMS = {
  version: '0.1.1',
  tenantId: guid(1),
  bot: { id: '28:assistant', name: 'Assistant' },
  currentUser: person('Camille', 'Martin', 20),
  users: [
    person('Amina', 'Diallo', 21),
    person('Louis', 'Bernard', 22),
    person('Inès', 'Moreau', 23),
    person('Hugo', 'Petit', 24),
    person('Léa', 'Garnier', 25),
  ],
  personalChat: { id: 'personal-chat-id' },
  groupChat: { id: 'group-chat-id', name: 'Projets numériques' },
  team: {
    id: 'team-id',
    name: 'Transformation publique',
    aadGroupId: guid(31),
    channels: [{ id: 'channel-announcements-id', name: 'Annonces' }],
  },
};

function person(givenName: string, surname: string, number: number) {
  const address = `personne-${number}@example.org`;
  return {
    id: `29:personne-${number}`,
    name: `${givenName} ${surname}`,
    // Spelled as the schema has it.
    userPrincipleName: address,
    aadObjectId: guid(number),
    givenName,
    surname,
    email: address,
  };
}

function guid(number: number): string {
  return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
}
