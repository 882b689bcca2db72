import { isFunctionWord } from '../language/function-words';
import { readTerm } from '../language/words';
import { createRankedIndex, type IndexedDocument, type RankedIndex, type WeightedField } from '../search/ranked-index';
import { createWordingIndex, type OwnedWording, type WordingIndex, type WordingOwner } from '../search/wording-index';
import { createVocabulary } from '../search/vocabulary';
import type { Vocabulary } from '../search/vocabulary';
import { createFacets, type Facets } from './facets';
import { createLexicon } from '../understanding/lexicon';
import type { Lexicon } from '../understanding/lexicon';
import type { Records } from './parse';
import type { Beneficiary, Call, Organisation, ProgrammeFact, Project, Territory, Theme } from './schema';

/** The records with all that is computed from them once: look-ups by id, hierarchies, lexicon, vocabulary, search indexes. */
export interface KnowledgeBase {
  /** In the order of ids, so that the order of the file never changes an answer. */
  readonly projects: readonly Project[];
  readonly facts: readonly ProgrammeFact[];
  readonly calls: readonly Call[];
  readonly projectById: ReadonlyMap<string, Project>;
  readonly factById: ReadonlyMap<string, ProgrammeFact>;
  readonly themeById: ReadonlyMap<string, Theme>;
  readonly organisationById: ReadonlyMap<string, Organisation>;
  readonly territoryById: ReadonlyMap<string, Territory>;
  readonly beneficiaryById: ReadonlyMap<string, Beneficiary>;
  /** The theme and its parent; the body and all those above it or that it became; the place and all that hold it. */
  readonly broaderThemes: ReadonlyMap<string, readonly string[]>;
  readonly broaderOrganisations: ReadonlyMap<string, readonly string[]>;
  readonly broaderTerritories: ReadonlyMap<string, readonly string[]>;
  readonly facets: Facets;
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly projectIndex: RankedIndex;
  readonly wordings: WordingIndex;
  /** Facts by the ways in which they are asked, and by their answers as well. */
  readonly factIndex: RankedIndex;
  readonly factTextIndex: RankedIndex;
}

export function createKnowledgeBase(records: Records): KnowledgeBase {
  const projects = byId(records.projects);
  const facts = byId(records.facts);
  const themeById = mapById(records.themes);
  const organisationById = mapById(records.organisations);
  const territoryById = mapById(records.territories);
  const beneficiaryById = mapById(records.beneficiaries);
  const hierarchies = {
    broaderThemes: broader(records.themes, ({ parent }) => [parent]),
    broaderOrganisations: broader(records.organisations, ({ parent, becameId }) => [parent, becameId]),
    broaderTerritories: broader(records.territories, ({ parent }) => [parent]),
  };
  const lexicon = createLexicon(records);
  const projectDocuments = projects.map((project) =>
    projectDocument(project, themeById, organisationById, beneficiaryById),
  );
  return {
    projects,
    facts,
    calls: records.calls,
    projectById: mapById(projects),
    factById: mapById(facts),
    themeById,
    organisationById,
    territoryById,
    beneficiaryById,
    ...hierarchies,
    facets: createFacets(projects, { ...hierarchies, territoryById }),
    lexicon,
    vocabulary: createVocabulary([
      ...lexicon.words,
      ...documentWords([
        ...records.projects.flatMap(textsOfProject),
        ...records.facts.flatMap(textsOfFact),
        ...records.themes.flatMap(({ wordings }) => [...wordings.fr, ...wordings.en]),
      ]),
    ]),
    projectIndex: createRankedIndex(projectDocuments),
    wordings: createWordingIndex([
      ...ownedWordings('project', projects),
      ...ownedWordings('theme', byId(records.themes)),
      ...ownedWordings('fact', facts.map(withQuestion)),
    ]),
    factIndex: createRankedIndex(facts.map((fact) => ({ id: fact.id, fields: askedFields(fact) }))),
    factTextIndex: createRankedIndex(
      facts.map((fact) => ({
        id: fact.id,
        fields: [...askedFields(fact), wholeField(1, [fact.answerFr, fact.answerEn])],
      })),
    ),
  };
}

function projectDocument(
  project: Project,
  themes: ReadonlyMap<string, Theme>,
  organisations: ReadonlyMap<string, Organisation>,
  beneficiaries: ReadonlyMap<string, Beneficiary>,
): IndexedDocument {
  const ownThemes = project.themes.flatMap((id) => themes.get(id) ?? []);
  const carriers = project.carrierIds.flatMap((id) => organisations.get(id) ?? []);
  const publics = project.beneficiaryIds.flatMap((id) => beneficiaries.get(id) ?? []);
  return {
    id: project.id,
    fields: [
      field(4, [project.name, ...project.otherNames]),
      field(
        0.7,
        ownThemes.flatMap(({ label, synonyms }) => [label.fr, label.en, ...synonyms.fr, ...synonyms.en]),
      ),
      field(
        1.5,
        publics.flatMap(({ label, synonyms }) => [label.fr, label.en, ...synonyms.fr, ...synonyms.en]),
      ),
      field(1.5, [project.summaryFr, project.summaryEn, ...project.beneficiaries]),
      field(1, [
        project.carrier ?? '',
        ...carriers.flatMap(({ name, acronyms }) => [name.fr, name.en, ...acronyms]),
        ...project.partners,
      ]),
      field(0.7, [project.statusFr ?? '', project.statusEn ?? '']),
    ],
  };
}

/** Function words are kept: "que veut dire", "peut-on lire" tell the programme's facts apart. */
function askedFields(fact: ProgrammeFact): readonly WeightedField[] {
  return [
    wholeField(3, [fact.questionFr, fact.questionEn]),
    wholeField(2, [...fact.wordings.fr, ...fact.wordings.en]),
    wholeField(1, [fact.topic]),
  ];
}

function wholeField(weight: number, texts: readonly string[]): WeightedField {
  return { weight, stems: texts.flatMap((text) => readTerm(text).map(({ stem }) => stem)) };
}

/** The question of a fact is one more way of asking for it. */
function withQuestion({ id, questionFr, questionEn, wordings }: ProgrammeFact): Pick<ProgrammeFact, 'id' | 'wordings'> {
  return { id, wordings: { fr: [questionFr, ...wordings.fr], en: [questionEn, ...wordings.en] } };
}

function ownedWordings(
  kind: WordingOwner['kind'],
  entries: readonly {
    readonly id: string;
    readonly wordings: { readonly fr: readonly string[]; readonly en: readonly string[] };
  }[],
): readonly OwnedWording[] {
  return entries.flatMap(({ id, wordings }) =>
    [...wordings.fr, ...wordings.en].map((text) => ({ owner: { kind, id }, stems: contentStems(text) })),
  );
}

function field(weight: number, texts: readonly string[]): WeightedField {
  return { weight, stems: texts.flatMap(contentStems) };
}

/** The stems of the words of a text that carry a subject. */
export function contentStems(text: string): readonly string[] {
  return readTerm(text)
    .filter(({ folded }) => !isFunctionWord(folded))
    .map(({ stem }) => stem);
}

function textsOfProject(project: Project): readonly string[] {
  return [
    project.name,
    ...project.otherNames,
    ...project.wordings.fr,
    ...project.wordings.en,
    project.summaryFr,
    project.summaryEn,
    project.statusFr ?? '',
    project.statusEn ?? '',
    ...project.beneficiaries,
    ...project.partners,
    project.carrier ?? '',
  ];
}

function textsOfFact(fact: ProgrammeFact): readonly string[] {
  return [fact.questionFr, fact.questionEn, fact.answerFr, fact.answerEn, ...fact.wordings.fr, ...fact.wordings.en];
}

function documentWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => readTerm(text).map(({ folded }) => folded)));
}

function broader<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  above: (entry: Entry) => readonly (string | null)[],
): ReadonlyMap<string, readonly string[]> {
  const own = new Map(entries.map((entry) => [entry.id, above(entry).filter((id) => id !== null)]));
  const climb = (id: string, seen: Set<string>): Set<string> => {
    if (seen.has(id)) return seen;
    seen.add(id);
    for (const next of own.get(id) ?? []) climb(next, seen);
    return seen;
  };
  return new Map(entries.map(({ id }) => [id, [...climb(id, new Set())]]));
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function mapById<Entry extends { readonly id: string }>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
