import { contentStems } from '../../src/core/knowledge/documents';
import { createChat } from './chat';
import { baseWith, realKnowledge } from './knowledge';

const knowledge = realKnowledge();
const wordings = knowledge.projects.flatMap(({ id, wordings: { fr, en } }) => [
  ...fr.map((text) => ({ id, text, locale: 'fr' as const })),
  ...en.map((text) => ({ id, text, locale: 'en' as const })),
]);

/** Two ways of asking that fit each other so well ask for the same thing. */
const SAME = 0.85;

it('no wording of a project is also one of another', () => {
  const stolen = wordings.flatMap(({ id, text }) =>
    knowledge.wordings
      .match(contentStems(text, knowledge.language))
      .filter(({ owner, fit }) => owner.kind === 'project' && owner.id !== id && fit >= SAME)
      .map(({ owner }) => `${id}: « ${text} » also asks for ${owner.id}`),
  );

  expect(stolen).toEqual([]);
});

it('a wording asked as a question leads to its own project first', () => {
  const confusions = new Map<string, number>();
  const asked = wordings.filter((_, at) => at % ONE_IN === ONE_IN - 1);
  for (const { id, text, locale } of asked) {
    const answer = createChat(knowledge, locale).say(text);
    const found =
      answer.kind === 'fact'
        ? answer.project
        : answer.kind === 'clarify'
          ? answer.candidates[0]
          : 'projects' in answer
            ? answer.projects[0]
            : answer.kind;
    if (found !== id)
      confusions.set(`${id} → ${found ?? 'nothing'}`, (confusions.get(`${id} → ${found ?? 'nothing'}`) ?? 0) + 1);
  }
  const count = [...confusions.values()].reduce((sum, value) => sum + value, 0);
  const most = [...confusions].sort(([, a], [, b]) => b - a).slice(0, 8);
  process.stdout.write(
    `wordings that lead elsewhere: ${count} of ${asked.length}; most often ${most.map(([pair, times]) => `${pair} (${times})`).join(', ')}\n`,
  );

  expect(count / asked.length).toBeLessThanOrEqual(MOST_CONFUSED);
});

/** All of them would take half a minute: those alone that `npm run train` does not teach, neither bare nor with words around them. */
const ONE_IN = 3;

/** Whoever says a wording word for word is told its project, whatever was learned: what is left stands in a theme or in a fact as well. */
const MOST_CONFUSED = 0.01;

it('every project and theme has wordings enough, in both languages', () => {
  for (const { id, wordings: own } of knowledge.projects)
    expect([id, own.fr.length + own.en.length >= 15 && own.en.length >= 5]).toEqual([id, true]);
  for (const [id, { wordings: own }] of knowledge.themeById)
    expect([id, own.fr.length + own.en.length >= 25]).toEqual([id, true]);
});

it('a way of asking that an editor writes leads to its project, in whatever words', () => {
  const text = 'qui a rangé le bazar des trombones, au fait';
  const edited = baseWith((project) =>
    project.id === 'tncp'
      ? { ...project, wordings: { ...project.wordings, fr: [...project.wordings.fr, text] } }
      : project,
  );

  expect(createChat(knowledge, 'fr').say(text)).not.toMatchObject({ project: 'tncp' });
  expect(createChat(edited, 'fr').say(`Qui a rangé le bazar des trombones, au fait ?`)).toMatchObject({
    kind: 'fact',
    project: 'tncp',
    field: 'summary',
  });
});
