import { readTerm } from '../language/words';
import type { IndexedDocument, WeightedField } from '../search/ranked-index';
import type { OwnedWording, WordingOwner } from '../search/wording-index';
import type { Beneficiary, Organisation, ProgrammeFact, Project, Theme } from './schema';

/** Reads the texts of the records, each once, and keeps the distinct words that it met. */
export interface TextReader {
  /** The stems of the words of the texts that carry a subject. */
  contentStems(texts: readonly string[]): readonly string[];
  /** The stems of every word, function words included. */
  allStems(texts: readonly string[]): readonly string[];
  words(): ReadonlySet<string>;
}

export function createTextReader(): TextReader {
  const met = new Set<string>();
  const read = (texts: readonly string[], keepsAll: boolean): readonly string[] => {
    const stems: string[] = [];
    for (const text of texts) {
      for (const { folded, stem, isFunctionWord } of readTerm(text)) {
        met.add(folded);
        if (keepsAll || !isFunctionWord) stems.push(stem);
      }
    }
    return stems;
  };
  return {
    contentStems: (texts) => read(texts, false),
    allStems: (texts) => read(texts, true),
    words: () => met,
  };
}

/** The records of the dimensions by which a project is found too, each one field for all the projects that have it. */
export interface SharedFields {
  readonly theme: ReadonlyMap<string, WeightedField>;
  readonly beneficiary: ReadonlyMap<string, WeightedField>;
  readonly carrier: ReadonlyMap<string, WeightedField>;
}

export function sharedFields(
  themes: readonly Theme[],
  beneficiaries: readonly Beneficiary[],
  organisations: readonly Organisation[],
  reader: TextReader,
): SharedFields {
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
  project: Project,
  { theme, beneficiary, carrier }: SharedFields,
  reader: TextReader,
): IndexedDocument {
  return {
    id: project.id,
    fields: [
      { weight: 4, stems: reader.contentStems([project.name, ...project.otherNames]) },
      { weight: 1.5, stems: reader.contentStems([project.summaryFr, project.summaryEn, ...project.beneficiaries]) },
      { weight: 1, stems: reader.contentStems([project.carrier ?? '', ...project.partners]) },
      { weight: 0.7, stems: reader.contentStems([project.statusFr ?? '', project.statusEn ?? '']) },
    ],
    shared: [
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

/** The question of a fact is one more way of asking for it. */
export function withQuestion({
  id,
  questionFr,
  questionEn,
  wordings,
}: ProgrammeFact): Pick<ProgrammeFact, 'id' | 'wordings'> {
  return { id, wordings: { fr: [questionFr, ...wordings.fr], en: [questionEn, ...wordings.en] } };
}

/** The wordings of some records, each with its owner. */
export function ownedWordings(
  kind: WordingOwner['kind'],
  entries: readonly {
    readonly id: string;
    readonly wordings: { readonly fr: readonly string[]; readonly en: readonly string[] };
  }[],
  reader: TextReader,
): readonly OwnedWording[] {
  return entries.flatMap(({ id, wordings }) => {
    const owner = { kind, id };
    return [...wordings.fr, ...wordings.en].map((text) => ({ owner, stems: reader.contentStems([text]) }));
  });
}

/** All that a record may be asked by, whatever its kind, as one document: its own words, its wordings, the words around its subject. */
export function meaningDocument(
  kind: WordingOwner['kind'],
  { id, wordings, words }: Asked,
  own: readonly string[],
  reader: TextReader,
): OwnedDocument {
  return {
    owner: { kind, id },
    id,
    fields: [
      { weight: 1.5, stems: reader.contentStems(own) },
      { weight: 1, stems: reader.contentStems([...wordings.fr, ...wordings.en]) },
      { weight: 1.5, stems: reader.contentStems([...words.fr, ...words.en]) },
    ],
  };
}

/** What people say of a record without having read it. */
type Asked = Pick<Project, 'id' | 'wordings' | 'words'>;

export interface OwnedDocument extends IndexedDocument {
  readonly owner: WordingOwner;
}

/** The stems of the words of a text that carry a subject. */
export function contentStems(text: string): readonly string[] {
  return readTerm(text)
    .filter(({ isFunctionWord }) => !isFunctionWord)
    .map(({ stem }) => stem);
}
