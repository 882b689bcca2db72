import { TestAdapter, TurnContext, type Activity } from 'botbuilder';
import type { NoticeAddress } from '../../../dialogs/subscriptions/notice-address';
import { EVERYTHING, following } from '../../../src/core/changes/followed';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import type { Project } from '../../../src/core/model/records';
import { createLog } from '../../../src/host/log';
import type { Store } from '../../../src/host/storage/store';
import { announce } from '../../../src/host/subscriptions/announce';
import { createSubscriptions } from '../../../src/host/subscriptions/document-subscriptions';
import { createKeptBases } from '../../../src/host/subscriptions/kept-bases';
import { createSubscriberDocuments } from '../../../src/host/subscriptions/subscriber-documents';
import { baseWith } from '../../core/knowledge';
import { cardProblems } from '../../dialogs/card-schema';
import { ordinarySpaces } from '../../plain-text';
import { storeOpener } from '../stores';

const openStore = storeOpener();

const NOW = baseWith((project) => project);
const RICHER = baseWith((project) => (project.id === 'mentor' ? { ...project, ftapFundingMEUR: 6.1 } : project));

const sourceNamed = (name: string): Project['sources'][number] => ({
  name,
  url: null,
  date: null,
  supports: 'données de la ligne',
  backs: [],
});

const addressOf = (id: string, channelId = 'msteams'): NoticeAddress => ({
  channelId,
  serviceUrl: 'https://smba.trafficmanager.net/fr/',
  conversation: { id, name: '', conversationType: 'personal', isGroup: false },
  bot: { id: '28:bot', name: '' },
});

interface Sent {
  readonly to: string;
  readonly text: string;
  readonly activity: Partial<Activity>;
}

/** A program on this store, with this base, until it stops. */
function run(store: Store, knowledge: KnowledgeBase, day = '2026-11-24') {
  const documents = createSubscriberDocuments(store);
  const bases = createKeptBases(store);
  const now = (): Date => new Date(`${day}T10:00:00Z`);
  const sent: Sent[] = [];
  const remembered: unknown[] = [];
  const logged: string[] = [];
  return {
    documents,
    sent,
    remembered,
    logged,
    subscriptions: createSubscriptions({ documents, bases, projects: knowledge.projects, now }),
    announce: (
      outcomeOf: (to: string) => 'sent' | 'gone' | 'failed' | 'crash' = () => 'sent',
      isStopped: () => boolean = () => false,
    ) =>
      announce({
        documents: {
          ...documents,
          // A crash after the sending: nothing more is written.
          change: (key, next) =>
            sent.some(({ to }) => key.endsWith(to) && outcomeOf(to) === 'crash')
              ? Promise.reject(new Error('power cut'))
              : documents.change(key, next),
        },
        bases,
        knowledge,
        pace: { next: () => Promise.resolve() },
        now,
        log: createLog({ level: 'debug', json: true }, (line) => logged.push(line)),
        isStopped,
        remember: ({ activity: { conversation } }, question) => {
          remembered.push([conversation.id, question]);
          return Promise.resolve();
        },
        send: async (reference, activity, note) => {
          const to = reference.conversation?.id ?? '';
          const outcome = outcomeOf(to);
          if (outcome === 'gone' || outcome === 'failed') return outcome;
          sent.push({ to, text: ordinarySpaces(activity.text ?? ''), activity });
          await note(new TurnContext(new TestAdapter(() => Promise.resolve()), addressOf(to)));
          return 'sent';
        },
      }),
  };
}

async function keysOf(store: Store, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

const keptBases = async (store: Store): Promise<number> => (await keysOf(store, 'base/')).length;

describe('after an update of the base', () => {
  it('tells each subscriber once what changed for it, old value and new, with the source', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    await before.subscriptions.add(addressOf('a'), 'fr', following(['mentor']));
    await before.subscriptions.add(addressOf('b'), 'en', EVERYTHING);
    await before.subscriptions.add(addressOf('c'), 'fr', following(['pilat']));
    expect(await before.announce()).toBe(0);
    expect(before.sent).toEqual([]);

    const after = run(store, RICHER);
    expect(await after.announce()).toBe(0);

    expect(after.sent.map(({ to }) => to).sort()).toEqual(['a', 'b']);
    const french = after.sent.find(({ to }) => to === 'a');
    expect(french?.activity.attachments).toHaveLength(1);
    for (const { content } of french?.activity.attachments ?? []) {
      expect(cardProblems(content)).toEqual([]);
      const card = ordinarySpaces(JSON.stringify(content));
      for (const said of ['5,4 M€ → 6,1 M€', 'source : DGAFP', 'Ne plus me prévenir : ', 'Ne plus rien suivre'])
        expect(card).toContain(said);
    }
    expect(after.sent.find(({ to }) => to === 'b')?.text).toContain('a project that you follow has changed');
    expect(after.remembered).toContainEqual(['a', { kind: 'fact', project: 'mentor', field: 'summary', also: [] }]);

    await after.announce();
    await run(store, RICHER).announce();
    expect(after.sent).toHaveLength(2);
    expect(await keptBases(store)).toBe(1);
  });

  it('says in the text all that the card says, where there are no cards', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a', 'directline'), 'fr', EVERYTHING);
    const [first] = NOW.projects;
    const changed = baseWith(
      (project) =>
        project.id === 'mentor'
          ? { ...project, ftapFundingMEUR: 6.1, carrierNote: 'Une note.' }
          : project.id === 'pilat'
            ? null
            : project,
      first === undefined ? [] : [{ ...first, id: 'nouveau', name: 'Tout nouveau projet' }],
    );

    const after = run(store, changed);
    await after.announce();

    const text = after.sent[0]?.text ?? '';
    expect(text).toContain('3 projets que vous suivez ont changé');
    expect(text).toContain('Financement FTAP : 5,4 M€ → 6,1 M€ (source : DGAFP');
    expect(text).toContain('Porteur, précisions modifiées : Une note.');
    expect(text).toMatch(/PILAT.* — retiré de la base/);
    expect(text).toContain('Tout nouveau projet');
    expect(text).toContain('nouveau dans la base');
    expect(text).toContain('Vous suivez tous les projets de la base');
    expect(text).toContain('« ne me préviens plus »');
  });

  it('sets names and sources apart as the language of the notice does', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    await before.subscriptions.add(addressOf('fr', 'directline'), 'fr', following(['mentor']));
    await before.subscriptions.add(addressOf('en', 'directline'), 'en', following(['mentor']));

    const after = run(
      store,
      baseWith((project) =>
        project.id === 'mentor'
          ? { ...project, name: 'Mentor', otherNames: ['M2'], sources: [sourceNamed('Revue'), sourceNamed('Gazette')] }
          : project,
      ),
    );
    await after.announce();

    expect(after.sent.find(({ to }) => to === 'fr')?.text).toContain('→ Mentor ; M2');
    expect(after.sent.find(({ to }) => to === 'fr')?.text).toContain('Revue ; Gazette');
    expect(after.sent.find(({ to }) => to === 'en')?.text).toContain('→ Mentor; M2');
    expect(after.sent.find(({ to }) => to === 'en')?.text).toContain('Revue; Gazette');
  });

  it('tells nobody of a text that changed in the other language alone', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    await before.subscriptions.add(addressOf('fr', 'directline'), 'fr', following(['mentor']));
    await before.subscriptions.add(addressOf('en', 'directline'), 'en', following(['mentor']));

    const after = run(
      store,
      baseWith((project) => (project.id === 'mentor' ? { ...project, summaryEn: 'Another summary.' } : project)),
    );
    expect(await after.announce()).toBe(0);

    expect(after.sent.map(({ to }) => to)).toEqual(['en']);
    expect(after.sent[0]?.text).toContain('→ Another summary.');
    expect(await keptBases(store)).toBe(1);
  });

  it('tells of a note that changed in the language of who reads it', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    await before.subscriptions.add(addressOf('en', 'directline'), 'en', following(['mentor']));

    const after = run(
      store,
      baseWith((project) => (project.id === 'mentor' ? { ...project, carrierNoteEn: 'Another note.' } : project)),
    );
    await after.announce();

    expect(after.sent[0]?.text).toContain('Another note.');
  });

  it('counts and lists only what changed in the language of who reads it', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('fr', 'directline'), 'fr', EVERYTHING);

    const after = run(
      store,
      baseWith((project) => ({
        ...project,
        statusEn: 'Another status.',
        ftapFundingMEUR: project.id === 'mentor' ? 6.1 : project.ftapFundingMEUR,
      })),
    );
    await after.announce();

    expect(after.sent[0]?.text).toContain('un projet que vous suivez a changé');
    expect(after.sent[0]?.text).not.toContain('précisions modifiées');
  });

  it('tells of ten projects at most, and how many and which are left', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a', 'directline'), 'fr', EVERYTHING);

    const after = run(
      store,
      baseWith((project) => ({ ...project, ftapFundingMEUR: 99 })),
    );
    await after.announce();

    const text = after.sent[0]?.text ?? '';
    expect(text.match(/ → 99 M€/g)).toHaveLength(10);
    expect(text).toMatch(/\d+ autres projets ont changé : .+ et \d+ autres\. Pour en lire un : « .+ »/);
  });

  it('stays under what Teams takes, however long the texts are', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a'), 'fr', EVERYTHING);
    const all = baseWith((project) => ({
      ...project,
      name: `${'Nom '.repeat(80)}${project.id}`,
      summaryFr: `${'long '.repeat(400)}${project.id}`,
      statusFr: `${'long '.repeat(400)}${project.id}`,
      carrier: 'porteur '.repeat(100),
      partners: ['partenaire '.repeat(100)],
      beneficiaries: ['public '.repeat(100)],
      ftapFundingNote: 'note '.repeat(100),
      totalCostMEUR: 99,
    }));

    const after = run(store, all);
    await after.announce();

    const [notice] = after.sent;
    expect(JSON.stringify(notice?.activity.attachments)).toMatch(/\d\d\sautres projets ont changé/u);
    expect(JSON.stringify(notice?.activity).length).toBeLessThan(40_000);
  });

  it('groups what several subscriptions have to tell, each project once', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    for (const followed of [following(['mentor'], 'funding'), EVERYTHING, following(['mentor', 'pilat'])])
      await before.subscriptions.add(addressOf('a', 'directline'), 'fr', followed);

    const after = run(store, RICHER);
    await after.announce();

    expect(after.sent).toHaveLength(1);
    expect(after.sent[0]?.text.match(/→/g)).toHaveLength(1);
  });

  it('tells of nothing that was so before the subscription', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a'), 'fr', following(['pilat']));
    const between = run(store, RICHER);
    await between.subscriptions.add(addressOf('a'), 'fr', following(['mentor']));

    expect(await between.announce()).toBe(0);

    expect(between.sent).toEqual([]);
  });

  it('tells two updates at once to whom the first could not reach, from the oldest value to the newest', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a', 'directline'), 'fr', following(['mentor']));
    expect(await run(store, RICHER).announce(() => 'failed')).toBe(1);

    const last = run(
      store,
      baseWith((project) => (project.id === 'mentor' ? { ...project, ftapFundingMEUR: 7 } : project)),
    );
    expect(await last.announce()).toBe(0);

    expect(last.sent[0]?.text).toContain('5,4 M€ → 7 M€');
    expect(await keptBases(store)).toBe(1);
  });

  it('does not tell of a change that was taken back', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a'), 'fr', following(['mentor']));
    await run(store, RICHER).announce(() => 'failed');

    const back = run(store, NOW);
    expect(await back.announce()).toBe(0);

    expect(back.sent).toEqual([]);
  });
});

describe('a conversation that takes no notices any more', () => {
  it('is never tried again, and nothing of it is kept', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    await before.subscriptions.add(addressOf('closed-to-us'), 'fr', following(['mentor']));
    await before.subscriptions.add(addressOf('open'), 'fr', following(['mentor']));

    const after = run(store, RICHER);
    expect(await after.announce((to) => (to === 'open' ? 'sent' : 'gone'))).toBe(0);

    expect((await keysOf(store, '')).join()).not.toContain('closed-to-us');
    expect(after.sent.map(({ to }) => to)).toEqual(['open']);
  });
});

describe('a crash', () => {
  it('loses nobody, and sends nothing again of what was written down as sent', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    const all = ['a', 'b', 'c', 'd'];
    for (const to of all) await before.subscriptions.add(addressOf(to), 'fr', following(['mentor']));

    const crashed = run(store, RICHER);
    await crashed.announce(
      () => 'sent',
      () => crashed.sent.length >= 2,
    );
    const again = run(store, RICHER);
    await again.announce();

    expect(crashed.sent).toHaveLength(2);
    expect([...crashed.sent, ...again.sent].map(({ to }) => to).sort()).toEqual(all);
  });

  it('between a sending and its writing down sends that one notice again, and no other', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    for (const to of ['a', 'b', 'c']) await before.subscriptions.add(addressOf(to), 'fr', following(['mentor']));

    const crashed = run(store, RICHER);
    expect(await crashed.announce((to) => (to === 'b' ? 'crash' : 'sent'))).toBe(1);
    const again = run(store, RICHER);
    await again.announce();

    expect(again.sent.map(({ to }) => to)).toEqual(['b']);
  });
});

describe('what is kept', () => {
  it('is deleted after a year without a notice or a word', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a'), 'fr', EVERYTHING);
    await run(store, NOW).subscriptions.add(addressOf('b'), 'fr', EVERYTHING);
    await run(store, NOW, '2027-06-01').subscriptions.of(addressOf('b'));

    const later = run(store, RICHER, '2027-12-01');
    await later.announce();

    expect(later.sent.map(({ to }) => to)).toEqual(['b']);
    expect(await later.subscriptions.of(addressOf('a'))).toEqual([]);
  });

  it('holds no name of a person', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a'), 'fr', EVERYTHING);

    const stored = await store.read('subscriber/msteams/a');

    expect(JSON.parse(stored?.text ?? '{}')).toMatchObject({
      address: { bot: { name: '' }, conversation: { name: '' } },
    });
  });

  it('is deleted with the last subscription', async () => {
    const store = await openStore();
    const { subscriptions } = run(store, NOW);
    await subscriptions.add(addressOf('a'), 'fr', EVERYTHING);
    const [item] = await subscriptions.of(addressOf('a'));

    await subscriptions.remove(addressOf('a'), [item?.id ?? 0]);

    expect(await keysOf(store, 'subscriber/')).toEqual([]);
  });

  it('keeps others served when one document is damaged, tells so, and takes no base away', async () => {
    const store = await openStore();
    const before = run(store, NOW);
    await before.subscriptions.add(addressOf('a'), 'fr', following(['mentor']));
    await before.subscriptions.add(addressOf('b'), 'fr', following(['mentor']));
    await store.commit([{ key: 'subscriber/msteams/a', text: '{}' }]);

    const after = run(store, RICHER);
    await after.announce();

    expect(after.sent.map(({ to }) => to)).toEqual(['b']);
    expect(after.logged.join()).toContain('a subscriber could not be told');
    expect(await keptBases(store)).toBe(2);
  });

  it('is of no use when a base kept is of another version: it is said in the log, and what comes later is told', async () => {
    const store = await openStore();
    await run(store, NOW).subscriptions.add(addressOf('a'), 'fr', following(['mentor']));
    for await (const { key, text } of store.list('base/'))
      await store.commit([{ key, text: text.replace('"format":3', '"format":0') }]);

    const after = run(store, RICHER);
    expect(await after.announce()).toBe(0);
    expect(after.sent).toEqual([]);
    expect(after.logged.join()).toContain('of another version');

    const later = run(store, NOW);
    await later.announce();
    expect(later.sent).toHaveLength(1);
  });
});
