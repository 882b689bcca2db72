import type { Project } from '../../src/core/model/records';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { respond } from '../../src/core/respond';
import { baseWith, realRecords } from './knowledge';

/** A record that came in after `npm run train`: nothing that was learned knows it, and half of its words are those of older ones. */
function newcomer(own: Partial<Project> = {}): Project {
  const [model] = realRecords().projects;
  if (model === undefined) throw new Error('no project');
  return {
    ...model,
    id: 'sillage',
    name: 'Sillage',
    otherNames: [],
    summaryFr: 'Sillage réunit les audiences de recouvrement des barrages et leurs démarches dans un seul outil.',
    summaryEn: 'Sillage brings hearings on the recovery of dams into one tool.',
    statusFr: null,
    statusEn: null,
    themes: [],
    territories: [],
    carrier: null,
    carrierIds: [],
    partners: [],
    partnerIds: [],
    beneficiaries: [],
    beneficiaryIds: [],
    wordings: { fr: [], en: [] },
    words: { fr: [], en: [] },
    ...own,
  };
}

describe('a project that nobody taught', () => {
  const knowledge = baseWith((project) => project, [newcomer()]);

  it.each(['le projet des audiences de recouvrement des barrages', 'les audiences de recouvrement, et les barrages'])(
    'is found by its words as the others are: « %s »',
    (text) => {
      expect(respond({ text, locale: 'fr' }, EMPTY_MEMORY, knowledge).answer).toMatchObject({
        kind: 'fact',
        project: 'sillage',
      });
    },
  );
});

describe('two projects alike', () => {
  const knowledge = baseWith(
    (project) => project,
    ['les quais de Marseille', 'les économies des péniches'].map((where, at) =>
      newcomer({
        id: `sillage-${String(at)}`,
        name: `Sillage ${String(at)}`,
        summaryFr: `Un outil réunit les audiences de recouvrement des barrages pour ${where}.`,
        summaryEn: 'One tool.',
      }),
    ),
  );
  const told = (text: string): unknown => respond({ text, locale: 'fr' }, EMPTY_MEMORY, knowledge).answer;

  it('are both asked back where the words mean either', () => {
    expect(told('le projet des audiences de recouvrement des barrages')).toMatchObject({
      kind: 'clarify',
      candidates: ['sillage-0', 'sillage-1'],
    });
  });

  it.each([
    ['le projet des audiences de recouvrement des barrages à Marseille', 'sillage-0'],
    ['le projet des audiences de recouvrement des barrages, avec des économies', 'sillage-1'],
  ])('are told apart by a place or a field as well: « %s »', (text, project) => {
    expect(told(text)).toMatchObject({ kind: 'fact', project });
  });
});
