import fc from 'fast-check';
import { keptOf, parseKept } from '../../../src/core/changes/kept-projects';
import { type ChangedField, changesBetween } from '../../../src/core/changes/project-changes';
import type { Project } from '../../../src/core/model/records';
import { realRecords } from '../knowledge';

const { projects } = realRecords();

/** One edit of a record for each field, and what it must be told as. */
const EDITS: readonly (readonly [ChangedField | null, (project: Project) => Project])[] = [
  ['name', (project) => ({ ...project, otherNames: [...project.otherNames, 'Nouveau nom'] })],
  ['summary', (project) => ({ ...project, summaryFr: `${project.summaryFr} Et plus.` })],
  ['funding', (project) => ({ ...project, ftapFundingMEUR: (project.ftapFundingMEUR ?? 0) + 1 })],
  ['funding', (project) => ({ ...project, ftapFundingNote: `${project.ftapFundingNote ?? ''} révisé` })],
  ['cost', (project) => ({ ...project, totalCostMEUR: (project.totalCostMEUR ?? 0) + 0.1 })],
  [
    'savings',
    (project) => ({
      ...project,
      expectedSavings: {
        ...project.expectedSavings,
        nature: project.expectedSavings.nature === 'revised' ? 'realised' : 'revised',
      },
    }),
  ],
  ['status', (project) => ({ ...project, statusFr: `${project.statusFr ?? ''} Généralisé.` })],
  ['carrier', (project) => ({ ...project, carrier: `${project.carrier ?? ''} (DGFiP)` })],
  ['partners', (project) => ({ ...project, partners: [...project.partners, 'une région'] })],
  ['call', (project) => ({ ...project, call: { ...project.call, label: `${project.call.label} (bis)` } })],
  ['date', (project) => ({ ...project, call: { ...project.call, announced: '2031-01-01' } })],
  ['territory', (project) => ({ ...project, territoryNote: `${project.territoryNote ?? ''} sauf Mayotte` })],
  ['themes', (project) => ({ ...project, themes: [...project.themes, 'logement-neuf'] })],
  ['beneficiaries', (project) => ({ ...project, beneficiaries: [...project.beneficiaries, 'les maires'] })],
  ['sources', (project) => ({ ...project, sources: project.sources.map((source) => ({ ...source, date: '2031' })) })],
  [null, (project) => ({ ...project, sources: project.sources.map((source) => ({ ...source, backs: ['themes'] })) })],
  [null, (project) => ({ ...project, words: { fr: [...project.words.fr, 'mot'], en: [] } })],
  [null, (project) => ({ ...project, wordings: { fr: [], en: ['another way of asking'] } })],
];

const someProjects = fc.subarray([...projects], { minLength: 1 });
const someEdits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...EDITS)), { maxLength: 8 });

describe('what changed between two states of the base', () => {
  it('is nothing between a state and itself, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...projects]), (state) => {
        expect(changesBetween(state, [...state].reverse(), 'fr')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(EDITS)('is %s and nothing else after an edit of it', (field, edit) => {
    const after = projects.map((project, index) => (index === 3 ? edit(project) : project));

    const changes = changesBetween(projects, after, 'fr');

    expect(changes.map((change) => ('fields' in change ? change.fields : change.kind))).toEqual(
      field === null ? [] : [[field]],
    );
  });

  it.each([
    ['summaryFr', 'fr', 'en'],
    ['summaryEn', 'en', 'fr'],
    ['statusFr', 'fr', 'en'],
    ['statusEn', 'en', 'fr'],
  ] as const)('is %s for readers of %s alone', (text, reads, other) => {
    const after = projects.map((project, index) => (index === 3 ? { ...project, [text]: 'Autre texte.' } : project));

    expect(changesBetween(projects, after, reads)).toHaveLength(1);
    expect(changesBetween(projects, after, other)).toEqual([]);
  });

  it.each([
    ['note', 'fr', 'en'],
    ['noteEn', 'en', 'fr'],
  ] as const)('is what is noted and disagreed on, under %s, for readers of %s alone', (key, reads, other) => {
    const edits: readonly ((project: Project) => Project)[] = [
      (project) => ({ ...project, [key.replace('note', 'nameNote')]: 'Autre.' }),
      (project) => ({ ...project, [key.replace('note', 'totalCostNote')]: 'Autre.' }),
      (project) => ({ ...project, call: { ...project.call, [key]: 'Autre.' } }),
      (project) => ({ ...project, expectedSavings: { ...project.expectedSavings, [key]: 'Autre.' } }),
      (project) => ({
        ...project,
        expectedSavings: { ...project.expectedSavings, [key.replace('note', 'basis')]: 'Autre.' },
      }),
      (project) => ({
        ...project,
        conflicts: project.conflicts.map((one) => ({ ...one, [key.replace('note', 'what')]: 'Autre.' })),
      }),
    ];
    for (const edit of edits) {
      const after = projects.map((project) => (project.id === 'pilat' ? edit(project) : project));

      expect(changesBetween(projects, after, reads)).toHaveLength(1);
      expect(changesBetween(projects, after, other)).toEqual([]);
    }
  });

  it('is every edit, and only what was edited, and back again the other way', () => {
    fc.assert(
      fc.property(someProjects, someProjects, someEdits, (before, kept, edits) => {
        const after = kept.map((project, index) =>
          edits.reduce((edited, [at, [, edit]]) => (at % kept.length === index ? edit(edited) : edited), project),
        );

        const changes = changesBetween(before, after, 'fr');

        const ids = (state: readonly Project[]): readonly string[] => state.map(({ id }) => id);
        const told = (kind: string): readonly string[] =>
          changes
            .filter((change) => change.kind === kind)
            .map((change) => ('after' in change ? change.after.id : change.before.id));
        expect(told('added')).toEqual(
          ids(after)
            .filter((id) => !ids(before).includes(id))
            .sort(),
        );
        expect(told('removed')).toEqual(
          ids(before)
            .filter((id) => !ids(after).includes(id))
            .sort(),
        );
        for (const [index, project] of kept.entries()) {
          const change = changes.find((one) => one.kind === 'changed' && one.after.id === project.id);
          const expected = new Set(edits.flatMap(([at, [field]]) => (at % kept.length === index ? [field] : [])));
          expected.delete(null);
          if (ids(before).includes(project.id))
            expect(new Set(change?.kind === 'changed' ? change.fields : [])).toEqual(expected);
        }
        expect(changesBetween(after, before, 'fr')).toHaveLength(changes.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('projects kept for later', () => {
  it('are found unchanged when they are read back from JSON', () => {
    const kept = parseKept(JSON.parse(JSON.stringify(keptOf(projects))));

    expect(kept).toHaveLength(projects.length);
    expect(changesBetween(kept ?? [], projects, 'fr')).toEqual([]);
  });

  it('are read without the keys that came in since, which were empty then', () => {
    const { format, projects: kept } = keptOf(projects);
    const before = kept.map(({ territoryNote: _came, ...project }) => project);

    expect(parseKept({ format, projects: before })?.map(({ territoryNote }) => territoryNote)).toEqual(
      projects.map(() => null),
    );
    expect(parseKept({ format, projects: kept.map(({ name: _needed, ...project }) => project) })).toBeNull();
  });

  it.each([
    ['of another format', { ...keptOf(projects), format: 2 }],
    ['with a field too many', { ...keptOf(projects), more: 1 }],
    ['with a project of another shape', { format: 3, projects: [{ id: 'mentor' }] }],
    ['that are none', null],
  ])('are not read when they are %s', (_case, stored) => {
    expect(parseKept(stored)).toBeNull();
  });
});
