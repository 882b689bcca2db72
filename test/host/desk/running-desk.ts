import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxEntry } from '../../../dialogs/inbox/inbox';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import type { OpenIdSettings } from '../../../src/host/desk/desk-settings';
import { openDesk } from '../../../src/host/desk/desk';
import { makeLink } from '../../../src/host/desk/people/links';
import type { Role } from '../../../src/host/desk/people/person';
import { createInbox } from '../../../src/host/inbox/document-inbox';
import { loadKnowledge } from '../../../src/host/knowledge-files';
import { createLog } from '../../../src/host/log';
import { createServer, type Server } from '../../../src/host/server';
import type { OpenStore } from '../../../src/host/storage/open-store';
import { realKnowledge } from '../../core/knowledge';
import { ordinarySpaces } from '../../plain-text';
import { copyData } from '../data-copy';
import { newClock, type Clock } from '../running-host';
import { storeOpener } from '../stores';
import { temporaryFolder } from '../temporary-folder';

/** Somebody at the desk, with his browser's cookie. */
export interface Visitor {
  readonly cookie: string;
  readonly get: (path: string) => Promise<Page>;
  /** Sends a form of a page, with its hidden token; `fields` over what the form holds. */
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Page>;
}

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  /** With ordinary spaces and apostrophes. */
  readonly html: string;
  /** Without its marks. */
  readonly text: string;
}

export interface RunningDesk {
  readonly url: string;
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly dataDir: string;
  readonly logged: readonly string[];
  readonly link: (role: Role, name: string) => Promise<string>;
  readonly signIn: (role: Role, name?: string) => Promise<Visitor>;
  readonly leave: (entry: Partial<InboxEntry> & { readonly kind: InboxEntry['kind'] }) => Promise<void>;
  readonly knowledge: () => KnowledgeBase;
  /** Reads the data files again, as the assistant does when they change. */
  readonly reload: () => Promise<void>;
}

/** Starts desks on free ports, each with its own store and a copy of the real data, and stops them after each test. */
export function deskStarter(): (settings?: {
  readonly publicUrl?: string;
  readonly needsSecondPerson?: boolean;
  readonly openId?: OpenIdSettings;
  readonly golden?: readonly object[];
}) => Promise<RunningDesk> {
  const root = temporaryFolder();
  const openStore = storeOpener();
  const running: Server[] = [];
  const inForce = realKnowledge();
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
  });

  return async ({ publicUrl, needsSecondPerson = false, openId, golden = [] } = {}) => {
    const folder = mkdtempSync(join(root, 'desk-'));
    const [dataDir, varDir] = [join(folder, 'data'), join(folder, 'var')];
    copyData(dataDir);
    writeFileSync(join(dataDir, 'golden.json'), JSON.stringify({ questions: golden }));
    const clock = newClock();
    const store = await openStore(varDir, undefined, clock.now);
    const logged: string[] = [];
    const log = createLog({ level: 'debug', json: true }, (line) => logged.push(line));
    let knowledge = inForce;
    const server = createServer({
      host: '127.0.0.1',
      port: 0,
      log,
      routes: await openDesk({
        settings: { dataDir, varDir, publicUrl, desk: { needsSecondPerson, openId } },
        store,
        knowledge: () => knowledge,
        now: clock.now,
        log,
      }),
      upgrade: (_request, socket) => socket.destroy(),
      isReady: () => Promise.resolve(true),
      closeChats: () => Promise.resolve(),
    });
    running.push(server);
    const url = await server.listen();
    const origin = publicUrl ?? url;
    const inbox = createInbox({
      store,
      now: clock.now,
      randomId: () => String(Math.random()),
      knownWords: { ...knowledge.language, isKnownWord: () => false },
    });
    const link = async (role: Role, name: string): Promise<string> =>
      `/admin/entree/${await makeLink(store, { name, role }, clock.now())}`;
    return {
      ...{ url, store, clock, dataDir, logged, link },
      knowledge: () => knowledge,
      reload: async () => {
        knowledge = await loadKnowledge(dataDir);
      },
      signIn: async (role, name = `Une personne (${role})`) => {
        const secret = (await link(role, name)).split('/').at(-1) ?? '';
        const entered = await send(url, '/admin/entree', { lien: secret }, { origin });
        return visitor(url, origin, entered.headers.get('set-cookie')?.split(';')[0] ?? '');
      },
      leave: async (entry) => {
        const said = { at: clock.now().toISOString(), locale: 'fr', channel: 'directline' } as const;
        const common = { ...said, previous: [] };
        const question = 'question' in entry ? entry.question : 'Rien ?';
        switch (entry.kind) {
          case 'unanswered':
            await inbox.add({
              ...common,
              reason: 'out-of-scope',
              ...entry,
              kind: 'unanswered',
              question: question ?? '',
            });
            break;
          case 'rating':
            await inbox.add({
              ...{
                ...common,
                isUseful: false,
                reason: null,
                comment: null,
                answerKind: 'fact',
                answerText: 'Une réponse.',
              },
              ...entry,
              ...{ kind: 'rating', question: question ?? '' },
            });
            break;
          case 'report':
            await inbox.add({
              ...common,
              about: 'data',
              project: null,
              text: '',
              question: null,
              ...entry,
              kind: 'report',
            });
            break;
          case 'opinion':
            await inbox.add({ ...said, rating: null, text: '', ...entry, kind: 'opinion' });
            break;
        }
      },
    };
  };
}

/** Sends a form as a browser does. */
export async function send(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const response = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers,
  });
  return pageOf(response);
}

function visitor(url: string, origin: string, cookie: string): Visitor {
  const get = async (path: string): Promise<Page> =>
    pageOf(await fetch(url + path, { headers: { cookie }, redirect: 'manual' }));
  return {
    cookie,
    get,
    post: async (path, fields = {}, headers = {}) => {
      const { html } = await get('/admin/brouillons');
      const jeton = /name="jeton" value="([^"]+)"/u.exec(html)?.[1] ?? '';
      return send(url, path, { jeton, ...fields }, { cookie, origin, ...headers });
    },
  };
}

async function pageOf(response: Response): Promise<Page> {
  const html = ordinarySpaces(await response.text())
    .replaceAll('&#39;', "'")
    .replaceAll('’', "'")
    .replaceAll('&quot;', '"');
  const text = html
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ');
  return { status: response.status, headers: response.headers, html, text };
}

/** A data file of a desk, as text. */
export function fileOf({ dataDir }: Pick<RunningDesk, 'dataDir'>, file: string): string {
  return readFileSync(join(dataDir, file), 'utf8');
}
