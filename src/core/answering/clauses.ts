import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { once } from '../knowledge/once';
import { readQuantities } from '../language/amounts';
import type { LanguageWords } from '../language/language-words';
import type { Locale } from '../language/locale';
import { readWords, type Word } from '../language/words';
import { isAmountField, noteBeside, PROJECT_FIELDS } from '../model/project-fields';
import { type Field, FIELDS, type Project } from '../model/records';

/** A sentence of a record, or what stands between its semicolons, as it is written. */
export interface Clause {
  readonly field: Field;
  readonly text: string;
  readonly words: readonly Word[];
  /** Stems of what its numbers count: "700 000 agents", "13 autres ports". */
  readonly counted: readonly string[];
  /** All that is told there. */
  readonly isWhole: boolean;
}

/** Sentences end at a sign that has another one behind it. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
}

/** Not within brackets: "(même objet ; lien déduit)". */
const SEMICOLON = /\s?;\s+(?![^(]*\))/u;

/** All that a record tells in words; where it stands first, then whom it is for and with, then what it is, then what is noted. */
export function clausesOf({ id }: Project, locale: Locale, knowledge: KnowledgeBase): readonly Clause[] {
  return (locale === 'fr' ? inFrench : inEnglish)(id, knowledge) ?? [];
}

const [inFrench, inEnglish] = [clausesIn('fr'), clausesIn('en')];

function clausesIn(locale: Locale) {
  return once((id, { projectById, language }) => {
    const project = projectById.get(id);
    return project && readClauses(project, locale, language);
  });
}

function readClauses(project: Project, locale: Locale, language: LanguageWords): readonly Clause[] {
  const fields = [...new Set<Field>(['status', 'beneficiaries', 'partners', 'summary', ...FIELDS])];
  return fields.flatMap((field) => {
    const told = PROJECT_FIELDS[field];
    if (told.kind === 'texts' || told.kind === 'publics' || told.kind === 'text') {
      const text = [told.of(project) ?? []].flat().join(', ');
      return text === '' ? [] : [clause(field, text, [], true, language)];
    }
    const text = told.kind === 'translated' ? told.of(project)[locale] : noteBeside(project, field, locale);
    const sentences = sentencesIn(text ?? '').filter((sentence) => sentence !== '');
    return sentences.flatMap((sentence) => {
      const clauses: Clause[] = [];
      for (const part of sentence.split(SEMICOLON))
        clauses.push(clause(field, part, clauses.at(-1)?.counted ?? [], part === text, language));
      return clauses;
    });
  });
}

/** @param before what the numbers before it in the sentence count: "… un million de visiteurs ; … en compte plus de 29 millions depuis l’ouverture" */
function clause(field: Field, text: string, before: readonly string[], isWhole: boolean, language: LanguageWords) {
  const words = readWords(text, language);
  const { is, isFunctionWord } = language;
  const numbers = [
    ...readQuantities(words).map(({ word }) => word),
    ...words.flatMap(({ folded }, at) => (ABOUT_SO_MANY.test(folded) ? [at] : [])),
  ];
  const counted = numbers.flatMap((number) => {
    const behind = words.slice(number + 1).findIndex(({ folded }) => !/^\d+$/.test(folded) && !is('units', folded));
    const next = words[number + 1 + behind]?.folded ?? '';
    const isOfSame = behind < 0 || (isFunctionWord(next) && !is('among', next) && !is('elided', next));
    const near = words.slice(number + 1, number + 1 + NEAR_A_NUMBER).map(({ stem }) => stem);
    return isOfSame ? [...near, ...before] : near;
  });
  return { field, text, words, counted, isWhole };
}

/** "Une cinquantaine de services" */
const ABOUT_SO_MANY = /.{3}[zt]aines?$/;

/** What a number counts stands so near behind it. */
const NEAR_A_NUMBER = 5;

/** What can be told in place of what nobody gives: where it stands, or what it is. */
export function nearestText(field: Field, { statusFr }: Project): Field {
  const isText = !isAmountField(field) && field !== 'date' && field !== 'call';
  return isText ? field : statusFr === null ? 'summary' : 'status';
}
