import { isFunctionWord } from '../language/function-words';
import { readTerm } from '../language/words';
import type { IndexedDocument, WeightedField } from '../search/ranked-index';
import type { OwnedWording, WordingOwner } from '../search/wording-index';
import type { Beneficiary, Organisation, ProgrammeFact, Project, Theme } from './schema';

/** What a project is found by: its names above all, then what it does and for whom, then who carries it and how it stands. */
export function projectDocument(
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
export function askedFields(fact: ProgrammeFact): readonly WeightedField[] {
  return [
    wholeField(3, [fact.questionFr, fact.questionEn]),
    wholeField(2, [...fact.wordings.fr, ...fact.wordings.en]),
    wholeField(1, [fact.topic]),
  ];
}

/** Every word of the texts, function words included. */
export function wholeField(weight: number, texts: readonly string[]): WeightedField {
  return { weight, stems: texts.flatMap((text) => readTerm(text).map(({ stem }) => stem)) };
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

/** The texts that a correction may lead to. */
export function textsOfProject(project: Project): readonly string[] {
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

/** The same of a fact. */
export function textsOfFact(fact: ProgrammeFact): readonly string[] {
  return [fact.questionFr, fact.questionEn, fact.answerFr, fact.answerEn, ...fact.wordings.fr, ...fact.wordings.en];
}

/** The distinct words of texts, and those given. */
export function documentWords(texts: readonly (readonly string[])[], more: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set(more);
  for (const list of texts) for (const text of list) for (const { folded } of readTerm(text)) words.add(folded);
  return words;
}
