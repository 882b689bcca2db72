import { type Memory, EMPTY_MEMORY, type Question } from '../../src/core/model/question';
import { parseMemory } from '../../src/core/model/parse-memory';
import { respond } from '../../src/core/respond';
import { realKnowledge } from './knowledge';

const knowledge = realKnowledge();
const fact = (project: string, field: 'cost' | 'funding' = 'cost'): Question => ({
  kind: 'fact',
  project,
  field,
  also: [],
});
const asked = (...pending: readonly Question[]): Memory => ({ ...EMPTY_MEMORY, pending });
const say = (text: string, memory: Memory) => respond({ text, locale: 'fr' }, memory, knowledge);

describe('a question asked back', () => {
  it.each(['oui', 'Oui, c’est ça, merci', 'exactement', 'yes please'])('is taken by « %s »', (text) => {
    expect(say(text, asked(fact('mentor'))).answer).toMatchObject({ kind: 'fact', project: 'mentor', field: 'cost' });
  });

  it.each([
    ['la première', 'mentor'],
    ['la deuxième', 'pilat'],
    ['2', 'pilat'],
    ['la dernière', 'pilat'],
  ])('of two is taken by its place: « %s »', (text, project) => {
    expect(say(text, asked(fact('mentor'), fact('pilat'))).answer).toMatchObject({ kind: 'fact', project });
  });

  it.each(['et lui ?', 'son avancement', 'les deux'])('of two is not taken by « %s », which says no place', (text) => {
    const settled = say(text, asked(fact('mentor'), fact('pilat'))).answer;

    expect(settled.why.question).not.toEqual(fact('mentor'));
    expect(settled.why.question).not.toEqual(fact('pilat'));
  });

  it('is left by « non », with what was on the table before', () => {
    const before = say('coût de la Géoplateforme', EMPTY_MEMORY).memory;
    const question = fact('mentor', 'funding');
    const earlier = [{ question: before.question, shown: before.shown, focus: before.focus }];
    const memory: Memory = { ...before, question, shown: ['mentor'], focus: 'mentor', earlier, pending: [question] };
    const refused = say('non, pas du tout', memory);

    expect(refused.answer).toMatchObject({ kind: 'smalltalk', act: 'complaint' });
    expect(refused.memory).toMatchObject({ focus: 'geoplateforme', earlier: [], pending: [] });
  });

  it('waits no longer once something else was asked', () => {
    const { answer, memory } = say('qui porte Histologe ?', asked(fact('mentor')));

    expect(answer).toMatchObject({ kind: 'fact', project: 'histologe' });
    expect(memory.pending).toEqual([]);
  });

  it('takes nothing from « oui » when none was asked', () => {
    expect(say('oui', EMPTY_MEMORY).answer.kind).not.toBe('fact');
  });

  it('stands in what is stored, is nothing in a memory of before, and goes with a project that is gone', () => {
    const memory = asked(fact('mentor'));
    const older: unknown = JSON.parse(JSON.stringify({ ...EMPTY_MEMORY, pending: undefined, own: undefined }));

    expect(parseMemory(JSON.parse(JSON.stringify(memory)), () => true)).toEqual(memory);
    expect(parseMemory(older, () => true)).toEqual(EMPTY_MEMORY);
    expect(parseMemory(memory, (id) => id !== 'mentor')).toEqual(EMPTY_MEMORY);
  });
});
