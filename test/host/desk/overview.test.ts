import { deskStarter } from './running-desk';

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
