import { meaningIndexInPieces } from '../search/meaning-index';
import { type Pieces, whole } from '../search/pieces';
import { rankedIndexInPieces } from '../search/ranked-index';
import { foldedText } from '../language/fold';
import { createLanguageWords, type LanguageWords } from '../language/language-words';
import { readTerm } from '../language/words';
import { vocabularyInPieces } from '../search/vocabulary';
import { wordingIndexInPieces, type WordingOwner } from '../search/wording-index';
import { lexiconInPieces } from '../understanding/lexicon';
import { createModels } from './weights';
import {
  askedFields,
  createTextReader,
  meaningDocument,
  projectDocument,
  readFact,
  readProject,
  readTheme,
  sharedFields,
} from '../knowledge/documents';
import { createAmountColumns } from '../knowledge/amount-columns';
import { createFacets, type Facets } from '../knowledge/facets';
import { namesOf } from '../knowledge/project-words';
import type { Models } from '../knowledge/classifier';
import type { KnowledgeBase, Records } from '../knowledge/knowledge-base';
import type { Project } from '../model/records';
import type { LoadedRecords } from './parse';

export function createKnowledgeBase(records: LoadedRecords): KnowledgeBase {
  return whole(buildKnowledgeBase(records, createModels(records.weights)));
}

const made = new WeakMap<Records, WeakRef<KnowledgeBase>>();

/** The same records with the same models give the same base, as long as anybody has it. */
export function* buildKnowledgeBase(records: Records, models: Models): Pieces<KnowledgeBase> {
  const before = made.get(records)?.deref();
  if (before?.models === models) return before;
  const base = yield* newBase(records, models);
  made.set(records, new WeakRef(base));
  return base;
}

function* newBase(records: Records, models: Models): Pieces<KnowledgeBase> {
  const projects = byId(records.projects);
  const facts = byId(records.facts);
  const territoryById = mapById(records.territories);
  const hierarchies = {
    broaderThemes: broader(records.themes, ({ parent }) => [parent]),
    broaderOrganisations: broader(records.organisations, ({ parent, becameId }) => [parent, becameId]),
    broaderTerritories: broader(records.territories, ({ parent }) => [parent]),
  };
  const language = createLanguageWords(records.grammar);
  const lexicon = yield* lexiconInPieces(records, language);
  const reader = createTextReader(language);
  const shared = sharedFields(records.themes, records.beneficiaries, records.organisations, reader);
  yield;
  const readProjects: ReturnType<typeof readProject>[] = [];
  for (const project of projects) {
    readProjects.push(readProject(project, reader));
    yield;
  }
  const projectIndex = yield* rankedIndexInPieces(readProjects.map((read) => projectDocument(read, shared)));
  yield;
  const asked = [
    ...readProjects,
    ...byId(records.themes).map((theme) => readTheme(theme, reader)),
    ...facts.map((fact) => readFact(fact, reader)),
  ];
  const wordings = yield* wordingIndexInPieces(
    asked.flatMap(({ owner, wordings }) => wordings.map((stems) => ({ owner, stems }))),
  );
  yield;
  const askedAs = new Map<string, WordingOwner[]>();
  for (const { owner, ways } of asked)
    for (const words of new Set(ways.map(foldedText))) askedAs.set(words, [...(askedAs.get(words) ?? []), owner]);
  yield;
  const meanings = yield* meaningIndexInPieces(asked.map(meaningDocument));
  yield;
  const askedFacts = facts.map((fact) => ({ id: fact.id, fields: askedFields(fact, reader) }));
  const factIndex = yield* rankedIndexInPieces(askedFacts);
  const factTextIndex = yield* rankedIndexInPieces(
    facts.map(({ id, answerFr, answerEn }, at) => ({
      id,
      fields: [...(askedFacts[at]?.fields ?? []), { weight: 1, stems: reader.allStems([answerFr, answerEn]) }],
    })),
  );
  yield;
  const facets = createFacets(projects, { ...hierarchies, territoryById });
  yield;
  const vocabulary = yield* vocabularyInPieces(
    [...lexicon.words, ...reader.words(), ...language.classWords],
    language,
    wordsOfNames(projects),
  );
  yield;
  return {
    projects,
    positions: [...projects.keys()],
    positionById: new Map(projects.map(({ id }, position) => [id, position])),
    facts,
    calls: records.calls,
    projectById: mapById(projects),
    factById: mapById(facts),
    figureById: new Map(
      facts.flatMap(({ id: fact, figures }) => figures.map((figure) => [`${fact}.${figure.key}`, { ...figure, fact }])),
    ),
    themeById: mapById(records.themes),
    organisationById: mapById(records.organisations),
    ministryCalled: ministriesByShortName(records.organisations, language, facets),
    territoryById,
    beneficiaryById: mapById(records.beneficiaries),
    ...hierarchies,
    nameStems: new Map(
      projects.map(({ id, name, otherNames }) => [
        id,
        new Set([name, ...otherNames].flatMap((own) => readTerm(own).map(({ stem }) => stem))),
      ]),
    ),
    facets,
    amounts: createAmountColumns(projects),
    language,
    orders: { fr: records.grammar.fr.orders, en: records.grammar.en.orders },
    lexicon,
    models,
    vocabulary,
    projectIndex,
    wordings,
    askedAs,
    meanings,
    factIndex,
    factTextIndex,
  };
}

function ministriesByShortName(
  organisations: Records['organisations'],
  { partNamed, is }: LanguageWords,
  { carrier }: Facets,
): ReadonlyMap<string, string> {
  return new Map(
    organisations.flatMap(({ id, name, nicknames }) =>
      [name.fr, ...nicknames].flatMap((text): readonly (readonly [string, string])[] => {
        const [first = '', ...rest] = readTerm(text).map(({ folded }) => folded);
        const own = rest.slice(rest.findIndex((word) => !is('joining', word)));
        return carrier.has(id) && partNamed(first) === 'ministry' && own.length > 0 ? [[own.join(' '), id]] : [];
      }),
    ),
  );
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
function wordsOfNames(projects: readonly Project[]): ReadonlySet<string> {
  return new Set(
    projects
      .flatMap(namesOf)
      .flatMap((text) => (text.includes(' ') ? text.split(' ').filter((word) => /\p{Ll}\p{Lu}/u.test(word)) : [text]))
      .flatMap((text) => readTerm(text).map(({ folded }) => folded)),
  );
}
