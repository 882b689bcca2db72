import { namesWithin } from './project-words';
import { wordsIn } from '../language/fold';
import type { LanguageWords } from '../language/language-words';
import { readTerm, type Term, termOf } from '../language/words';
import type { OwnedDocument } from '../search/meaning-index';
import type { IndexedDocument, WeightedField } from '../search/ranked-index';
import type { WordingOwner } from '../search/wording-index';
import type { Beneficiary, Organisation, ProgrammeFact, Project, Theme } from '../model/records';

/** Reads the texts of the records, and keeps the distinct words that it met. Each form of a word is folded and stemmed once. */
export function createTextReader({ isFunctionWord }: LanguageWords) {
  const terms = new Map<string, Term & { readonly isFunctionWord: boolean }>();
  const read = (texts: readonly string[], keepsAll: boolean): readonly string[] => {
    const stems: string[] = [];
    for (const written of texts.flatMap(wordsIn)) {
      let term = terms.get(written);
      if (!term) {
        const { folded, stem } = termOf(written);
        terms.set(written, (term = { folded, stem, isFunctionWord: isFunctionWord(folded) }));
      }
      if (keepsAll || !term.isFunctionWord) stems.push(term.stem);
    }
    return stems;
  };
  return {
    /** The stems of the words of the texts that carry a subject. */
    contentStems: (texts: readonly string[]) => read(texts, false),
    /** The stems of every word, function words included. */
    allStems: (texts: readonly string[]) => read(texts, true),
    words: () => new Set([...terms.values()].map(({ folded }) => folded)),
  };
}
type TextReader = ReturnType<typeof createTextReader>;

/** A record that can be asked for, read: its own words, its wordings one by one, and the words around it. */
export interface ReadAsked {
  readonly owner: WordingOwner;
  readonly own: readonly string[];
  /** Ways of asking for it, as written. */
  readonly ways: readonly string[];
  readonly wordings: readonly (readonly string[])[];
  readonly words: readonly string[];
}

/** The stems of a project's texts, read once for all the indexes. */
export function readProject(project: Project, reader: TextReader) {
  const { wordings, words } = project;
  const ways = [...wordings.fr, ...wordings.en];
  const names = reader.contentStems([project.name, ...project.otherNames]);
  const summary = reader.contentStems([project.summaryFr, project.summaryEn, ...project.beneficiaries]);
  return {
    project,
    names,
    summary,
    bodies: reader.contentStems([project.carrier ?? '', ...project.partners]),
    status: reader.contentStems([project.statusFr ?? '', project.statusEn ?? '']),
    owner: { kind: 'project', id: project.id } as const,
    own: [...names, ...summary],
    ways,
    // A name is one more way of asking, whole or by its parts: "identité numérique" of "Identité numérique sécurisée (SGIN)".
    wordings: [...project.otherNames.concat(project.name).flatMap(namesWithin), ...ways].map((text) =>
      reader.contentStems([text]),
    ),
    words: reader.contentStems([...words.fr, ...words.en]),
  };
}

/** The records of the dimensions by which a project is found too, each one field for all the projects that have it. */
export function sharedFields(
  themes: readonly Theme[],
  beneficiaries: readonly Beneficiary[],
  organisations: readonly Organisation[],
  reader: TextReader,
) {
  const labelled = (entries: readonly (Theme | Beneficiary)[], weight: number): ReadonlyMap<string, WeightedField> =>
    new Map(
      entries.map(({ id, label, synonyms }) => [
        id,
        { weight, stems: reader.contentStems([label.fr, label.en, ...synonyms.fr, ...synonyms.en]) },
      ]),
    );
  return {
    theme: labelled(themes, 0.7),
    beneficiary: labelled(beneficiaries, 1.5),
    carrier: new Map(
      organisations.map(({ id, name, acronyms }) => [
        id,
        { weight: 1, stems: reader.contentStems([name.fr, name.en, ...acronyms]) },
      ]),
    ),
  };
}

/** What a project is found by: its names above all, then what it does and for whom, then who carries it and how it stands. */
export function projectDocument(
  { project, names, summary, bodies, status }: ReturnType<typeof readProject>,
  { theme, beneficiary, carrier }: ReturnType<typeof sharedFields>,
): IndexedDocument {
  return {
    id: project.id,
    fields: [
      { weight: 4, stems: names },
      { weight: 1.5, stems: summary },
      { weight: 1, stems: bodies },
      { weight: 0.7, stems: status },
      ...project.themes.flatMap((id) => theme.get(id) ?? []),
      ...project.beneficiaryIds.flatMap((id) => beneficiary.get(id) ?? []),
      ...project.carrierIds.flatMap((id) => carrier.get(id) ?? []),
    ],
  };
}

/** Function words are kept: "que veut dire", "peut-on lire" tell the programme's facts apart. */
export function askedFields(fact: ProgrammeFact, reader: TextReader): readonly WeightedField[] {
  return [
    { weight: 3, stems: reader.allStems([fact.questionFr, fact.questionEn]) },
    { weight: 2, stems: reader.allStems([...fact.wordings.fr, ...fact.wordings.en]) },
    { weight: 1, stems: reader.allStems([fact.topic]) },
  ];
}

export function readTheme({ id, label, synonyms, wordings }: Theme, reader: TextReader): ReadAsked {
  const ways = [...wordings.fr, ...wordings.en];
  return {
    owner: { kind: 'theme', id },
    own: reader.contentStems([label.fr, label.en]),
    ways,
    wordings: ways.map((text) => reader.contentStems([text])),
    words: reader.contentStems([...synonyms.fr, ...synonyms.en]),
  };
}

/** The question of a fact is one more way of asking for it. */
export function readFact(fact: ProgrammeFact, reader: TextReader): ReadAsked {
  const { id, questionFr, questionEn, answerFr, answerEn, wordings, words } = fact;
  const ways = [questionFr, ...wordings.fr, questionEn, ...wordings.en];
  return {
    owner: { kind: 'fact', id },
    own: reader.contentStems([questionFr, questionEn, answerFr, answerEn]),
    ways,
    wordings: ways.map((text) => reader.contentStems([text])),
    words: reader.contentStems([...words.fr, ...words.en]),
  };
}

/** All that a record may be asked by, whatever its kind, as one document: its own words, its wordings, the words around its subject. */
export function meaningDocument({ owner, own, wordings, words }: ReadAsked): OwnedDocument {
  return {
    owner,
    id: owner.id,
    fields: [
      { weight: 1.5, stems: own },
      ...wordings.map((stems) => ({ weight: 1, stems })),
      { weight: 1.5, stems: words },
    ],
  };
}

/** The stems of the words of a text that carry a subject. */
export function contentStems(text: string, { isFunctionWord }: LanguageWords): readonly string[] {
  return readTerm(text)
    .filter(({ folded }) => !isFunctionWord(folded))
    .map(({ stem }) => stem);
}
