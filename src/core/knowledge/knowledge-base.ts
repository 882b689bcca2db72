import { createMeaningIndex, type MeaningIndex } from '../search/meaning-index';
import { createRankedIndex, type RankedIndex } from '../search/ranked-index';
import { createLanguageWords, type LanguageWords } from '../language/language-words';
import type { Locale } from '../language/locale';
import { readTerm } from '../language/words';
import { createVocabulary, type Vocabulary } from '../search/vocabulary';
import { createWordingIndex, type WordingIndex } from '../search/wording-index';
import { createLexicon, type Lexicon } from '../understanding/lexicon';
import { createModels, type Models } from '../understanding/classifier';
import {
  askedFields,
  askedOfProject,
  createTextReader,
  meaningDocument,
  ownedWordings,
  projectDocument,
  readFact,
  readProject,
  readTheme,
  sharedFields,
} from './documents';
import { type AmountColumns, createAmountColumns } from './amount-columns';
import { createFacets, type Facets } from './facets';
import type { GuideOrders, SubscriptionOrders } from './orders';
import type { Records } from './parse';
import type { Beneficiary, Call, Organisation, ProgrammeFact, Project, Territory, Theme } from './schema';

/** The records with all that is computed from them once: look-ups by id, hierarchies, lexicon, vocabulary, search indexes. */
export interface KnowledgeBase {
  /** In the order of ids, so that the order of the file never changes an answer. */
  readonly projects: readonly Project[];
  /** 0, 1, 2… for each project: what no filter limits. */
  readonly positions: readonly number[];
  readonly facts: readonly ProgrammeFact[];
  readonly calls: readonly Call[];
  /** Position in `projects` by id. */
  readonly positionById: ReadonlyMap<string, number>;
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
  /** The stems of the names of each project. */
  readonly nameStems: ReadonlyMap<string, ReadonlySet<string>>;
  readonly facets: Facets;
  readonly amounts: AmountColumns;
  readonly language: LanguageWords;
  /** How people order, by the language of the words. */
  readonly orders: Readonly<
    Record<Locale, { readonly guides: GuideOrders; readonly subscriptions: SubscriptionOrders }>
  >;
  readonly lexicon: Lexicon;
  /** What was learned from people's questions. */
  readonly models: Models;
  readonly vocabulary: Vocabulary;
  readonly projectIndex: RankedIndex;
  readonly wordings: WordingIndex;
  /** Every record that can be asked for, by all that is said of it. */
  readonly meanings: MeaningIndex;
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
  const language = createLanguageWords(records.grammar);
  const lexicon = createLexicon(records, language);
  const reader = createTextReader(language);
  const shared = sharedFields(records.themes, records.beneficiaries, records.organisations, reader);
  const readProjects = projects.map((project) => readProject(project, reader));
  const projectIndex = createRankedIndex(readEach(readProjects, (read) => projectDocument(read, shared)));
  const asked = [
    ...readProjects.map(askedOfProject),
    ...byId(records.themes).map((theme) => readTheme(theme, reader)),
    ...facts.map((fact) => readFact(fact, reader)),
  ];
  const wordings = createWordingIndex(asked.flatMap(ownedWordings));
  const meanings = createMeaningIndex(asked.map(meaningDocument));
  const factIndex = createRankedIndex(facts.map((fact) => ({ id: fact.id, fields: askedFields(fact, reader) })));
  const factTextIndex = createRankedIndex(
    facts.map((fact) => ({
      id: fact.id,
      fields: [...askedFields(fact, reader), { weight: 1, stems: reader.allStems([fact.answerFr, fact.answerEn]) }],
    })),
  );
  return {
    projects,
    positions: [...projects.keys()],
    positionById: new Map(projects.map(({ id }, position) => [id, position])),
    facts,
    calls: records.calls,
    projectById: mapById(projects),
    factById: mapById(facts),
    themeById,
    organisationById,
    territoryById,
    beneficiaryById,
    ...hierarchies,
    nameStems: new Map(
      projects.map(({ id, name, otherNames }) => [
        id,
        new Set([name, ...otherNames].flatMap((own) => readTerm(own).map(({ stem }) => stem))),
      ]),
    ),
    facets: createFacets(projects, { ...hierarchies, territoryById }),
    amounts: createAmountColumns(projects),
    language,
    orders: { fr: records.grammar.fr.orders, en: records.grammar.en.orders },
    lexicon,
    models: createModels(records.weights),
    vocabulary: createVocabulary([...lexicon.words, ...reader.words()], language, namesOf(projects)),
    projectIndex,
    wordings,
    meanings,
    factIndex,
    factTextIndex,
  };
}

/** One at a time, so that no list of all that was read is ever held. */
function* readEach<Entry, Read>(entries: readonly Entry[], read: (entry: Entry) => Read): Generator<Read> {
  for (const entry of entries) yield read(entry);
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

/** The words that projects are called by: a name of one word, or a word in capitals within ("DossierFacile", "FICOBA 3"). */
function namesOf(projects: readonly Project[]): ReadonlySet<string> {
  return new Set(
    projects.flatMap(({ name, otherNames }) =>
      [name, ...otherNames]
        .filter((text) => !text.includes(' '))
        .flatMap((text) => readTerm(text).map(({ folded }) => folded)),
    ),
  );
}
