import { EMPTY_MEMORY } from '../../../src/core/model/question';
import { respond } from '../../../src/core/respond';
import { createLog } from '../../../src/host/log';
import { createUsage } from '../../../src/host/usage';
import { deskStarter, type RunningDesk } from './running-desk';

const startDesk = deskStarter();

it('says what the base lacks, with the records to open', async () => {
  const desk = await startDesk();

  const { status, text, html } = await (await desk.signIn('reader')).get('/admin/etat');

  expect(status).toBe(200);
  expect(text).toMatch(/coût total \d+ sur \d+/u);
  expect(html).toMatch(/<a href="\/admin\/fiches\/projets\/[a-z0-9-]+">[^<]+<\/a> : /u);
});

it('counts what people left by day, as bars and as a table', async () => {
  const desk = await startDesk();
  for (const question of ['a', 'b', 'c']) await desk.leave({ kind: 'unanswered', question });
  desk.clock.advance(24 * 3600);
  await desk.leave({ kind: 'unanswered', question: 'd' });
  await desk.leave({ kind: 'rating', isUseful: true });
  await desk.leave({ kind: 'rating', isUseful: false });
  await desk.leave({ kind: 'rating', isUseful: true });

  const { text, html } = await (await desk.signIn('reader')).get('/admin/usage');

  expect(text).toContain('Questions sans réponse : 4');
  expect(html).toContain('aria-label="Questions sans réponse, jour par jour ; au plus 3, le 24/11/2026"');
  expect(text).toContain('Parmi les réponses notées, 67 % ont été jugées utiles.');
  expect(text).toMatch(/24\/11\/2026 3 0 0 0 0 25\/11\/2026 1 2 1 0 0/u);
});

/** A process that answers these questions and keeps how many they were. */
async function answering({ store, clock, knowledge }: RunningDesk, questions: readonly string[]): Promise<void> {
  const usage = createUsage({ store, now: clock.now, log: createLog({ level: 'silent', json: true }) });
  for (const text of questions)
    usage.count(respond({ text, locale: 'fr' }, EMPTY_MEMORY, knowledge()).answer, knowledge());
  await usage.keep();
  await usage.keep();
}

it('counts what was answered by day, by kind and by theme, in every process, without a word of it', async () => {
  const desk = await startDesk();
  await answering(desk, ['Quels projets concernent le logement ?']);
  desk.clock.advance(24 * 3600);
  await Promise.all([
    answering(desk, ['Quels projets concernent le logement ?', 'Quel temps fera-t-il demain à Brest ?']),
    answering(desk, ['Combien le fonds a-t-il mis dans Mentor ?', 'Merci !']),
  ]);

  const { text, html } = await (await desk.signIn('reader')).get('/admin/usage');

  expect(text).toContain('Questions répondues ou refusées : 5');
  expect(html).toContain('jour par jour ; au plus 4, le 25/11/2026');
  expect(text).toContain('20 % sont restées sans réponse');
  expect(text).toMatch(/Une liste de projets 2 .*Logement 2 /u);
  for await (const { text: kept } of desk.store.list('usage/')) expect(kept).not.toMatch(/brest|mentor/iu);
});

it('keeps the numbers that could not be kept with those that come next', async () => {
  const desk = await startDesk();
  let isBroken = true;
  const commit: typeof desk.store.commit = (changes) =>
    isBroken ? Promise.reject(new Error('full')) : desk.store.commit(changes);
  const usage = createUsage({
    store: { ...desk.store, commit },
    now: desk.clock.now,
    log: createLog({ level: 'silent', json: true }),
  });
  const { answer } = respond({ text: 'Merci !', locale: 'fr' }, EMPTY_MEMORY, desk.knowledge());

  usage.count(answer, desk.knowledge());
  await usage.keep();
  isBroken = false;
  usage.count(answer, desk.knowledge());
  await usage.keep();

  const { text } = await (await desk.signIn('reader')).get('/admin/usage');
  expect(text).toContain('Questions répondues ou refusées : 2');
});
