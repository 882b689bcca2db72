import fc from 'fast-check';
import { createProjectFinder, latestFirst } from '../../src/core/find-projects';
import { foldedWords } from '../../src/core/language/fold';
import { respond } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { realKnowledge } from './knowledge';

const knowledge = realKnowledge();
const { find, misnamed } = createProjectFinder(knowledge);

describe('a search box', () => {
  it.each([
    ['men', 'mentor'],
    ['ment', 'mentor'],
    ['MENTOR', 'mentor'],
    ['géo plat', 'geoplateforme'],
    ['geop', 'geoplateforme'],
    ['gmb', 'gmbi'],
    ['plat’au', 'demat-ads'],
    ['code du tr', 'code-du-travail-numerique'],
    ['inser', 'inserre'],
  ])('shows the project of an unfinished name first: "%s"', (typed, first) => {
    expect(find(typed, 'fr')[0]).toBe(first);
  });

  it.each([
    ['mantor', 'mentor'],
    ['dosierfacile', 'dossierfacile'],
    ['geopalteforme', 'geoplateforme'],
    ['piscnes non déclarées', 'foncier-innovant'],
  ])('reads a name or a word that is mistyped: "%s"', (typed, first) => {
    expect(find(typed, 'fr')[0]).toBe(first);
  });

  it.each([
    ['piscines non déclarées', 'fr', 'foncier-innovant'],
    ['piscines non décl', 'fr', 'foncier-innovant'],
    ['pisc', 'fr', 'foncier-innovant'],
    ['swimming pools', 'en', 'foncier-innovant'],
    ['logement soci', 'fr', 'hebergement-sans-abri'],
    ['économies de Mentor', 'fr', 'mentor'],
    ['économies de ment', 'fr', 'mentor'],
    ['quel coût pour géop', 'fr', 'geoplateforme'],
  ] as const)('shows what words describe, or ask something of, first: "%s" (%s)', (typed, locale, first) => {
    expect(find(typed, locale)[0]).toBe(first);
  });

  it('shows a whole theme, finished or not', () => {
    const housing = find('logement', 'fr');

    expect(housing).toHaveLength(7);
    expect(find('housing', 'en')).toHaveLength(7);
    expect(housing).toEqual(expect.arrayContaining([...find('loge', 'fr')]));
  });

  it('puts what a project is about before what is only told of it', () => {
    const [first = ''] = find('impo', 'fr');

    expect(knowledge.projectById.get(first)?.themes.join()).toMatch(/impot|fiscal/u);
  });

  it('shows each of several that are named, and an order that is asked', () => {
    expect(find('PILAT et Mentor', 'fr')).toEqual(['pilat', 'mentor']);
    expect(find('les 5 projets les plus chers', 'fr')).toHaveLength(5);
  });

  it.each([
    ['2019 2020', 'fr', 'projets de 2019 et 2020'],
    ['2e appel', 'fr', 'projets du 2e appel'],
    ['appel 3', 'fr', 'projets du 3e appel'],
    ['second call', 'en', 'projects of the second call'],
    ['FTAP 2', 'fr', 'quels projets du FTAP 2 ?'],
    ['2e FTAP', 'fr', 'quels projets du FTAP 2 ?'],
    ['second fund', 'en', 'which projects are from FTAP 2?'],
    ['guichet données', 'fr', 'quels projets des guichets de la DINUM ?'],
  ] as const)('shows the projects of a year or of a call alone: "%s" (%s)', (typed, locale, asked) => {
    const found = find(typed, locale);

    expect(found.length).toBeGreaterThan(1);
    expect(found.toSorted()).toEqual(find(asked, locale).toSorted());
  });

  it.each([
    ['logement', 'Quels projets concernent le logement ?'],
    ['Occitanie', 'Quels projets en Occitanie ?'],
    ['Bercy', 'Quels projets sont portés par Bercy ?'],
    ['étudiants', 'Quels projets pour les étudiants ?'],
    ['logement FTAP 2', 'Quels projets du FTAP 2 concernent le logement ?'],
  ])('shows for a limit alone what the list of its projects holds: "%s"', (typed, asked) => {
    const { answer } = respond({ text: asked, locale: 'fr' }, EMPTY_MEMORY, knowledge);

    const listed = answer.kind === 'list' ? answer.projects : [];
    expect(listed.length).toBeGreaterThan(0);
    expect(find(typed, 'fr')).toEqual(expect.arrayContaining([...listed]));
  });

  it('shows the projects of the whole country for a place that has none of its own, after those of one that has', () => {
    const ofAll = ['business-france-attractivite', 'lidar-hd', 'resorption-bidonvilles', 'si-fourrieres'];

    expect(find('Bretagne', 'fr').toSorted()).toEqual(ofAll);
    expect(find('Occitanie', 'fr')[0]).toBe('incub-o');
    expect(find('Occitanie', 'fr').slice(1).toSorted()).toEqual(ofAll);
  });

  it('takes one letter for the beginning of a name, and of nothing else', () => {
    const isNamed = (id: string, letter: string): boolean => {
      const { name = '', otherNames = [] } = knowledge.projectById.get(id) ?? {};
      return [name, ...otherNames].some((one) => foldedWords(one).some((word) => word.startsWith(letter)));
    };
    for (const letter of 'abcdefghijklmnopqrstuvwxyz')
      expect(find(letter, 'fr').filter((id) => !isNamed(id, letter))).toEqual([]);
    expect(find('m', 'fr')).toContain('mentor');
    expect(find('<b>mentor</b>', 'fr')).toContain('mentor');
  });

  it('keeps what is found while the next word has only its first letter', () => {
    expect(find('swimming p', 'en')[0]).toBe('foncier-innovant');
  });

  it.each([
    '',
    '  ',
    '<b>x</b>',
    'zorglub 2018',
    '12',
    '?',
    'zorglub',
    'bonjour',
    "c'est quoi le FTAP ?",
    'm'.repeat(501),
  ])('shows nothing for %j', (typed) => {
    expect(find(typed, 'fr')).toEqual([]);
  });

  it('finds every project by the beginning of each of its names, and never one twice', () => {
    for (const { id, name, otherNames } of knowledge.projects)
      for (const one of [name, ...otherNames]) {
        const found = find(one.slice(0, Math.max(4, one.length - 3)), 'fr');

        expect(found).toContain(id);
        expect(new Set(found).size).toBe(found.length);
      }
  });

  it('bears whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const found = find(typed, 'fr');

        expect(found.every((id) => knowledge.projectById.has(id))).toBe(true);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('a whole name, mistyped,', () => {
  it.each([
    ['Mentro', ['mentor']],
    ['le projet mentro', ['mentor']],
    ['PILATT', ['pilat']],
    ['Geo-plateforne', ['geoplateforme']],
  ])('is that of a project: "%s"', (written, expected) => {
    expect(misnamed(written)).toEqual(expected);
  });

  it.each([
    '',
    'le projet',
    'les bidonvilles',
    'archives',
    'documents',
    'le plateau',
    'Mentor',
    'zorglub',
    'Mentro zorglub',
  ])('is not %j', (written) => {
    expect(misnamed(written)).toEqual([]);
  });
});

it('before anything is typed, the latest announced projects come first and those without a date last', () => {
  const dates = latestFirst(knowledge).map((id) => knowledge.projectById.get(id)?.call.announced ?? '');

  expect(dates).toHaveLength(knowledge.projects.length);
  expect(dates).toEqual([...dates].sort().reverse());
});
