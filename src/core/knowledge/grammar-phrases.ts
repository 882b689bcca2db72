import { FIELDS } from '../model/records';
import type { Grammar, GrammarFile } from './grammar-schema';
import { LOCALES } from '../language/locale';
import { WORDED_ACTS } from '../model/question';
import { OPERATORS, type Tag, WORDED_REFERENCES } from '../model/tag';

type TaggedPhrase = readonly [phrase: string, tag: Tag];

/** The words of asking, French and English, with what each stands for: fields, operators, references, small talk, calls. */
export function grammarPhrases(grammar: Grammar): readonly TaggedPhrase[] {
  /** What both files say, French first: "deuxième call" is understood too. */
  const said = <Entry>(listOf: (file: GrammarFile) => readonly Entry[]): readonly Entry[] =>
    LOCALES.flatMap((locale) => listOf(grammar[locale]));
  const tagged = (listOf: (file: GrammarFile) => readonly string[], tag: Tag): readonly TaggedPhrase[] =>
    // "Au-dessus d'un million": what ends in "de" is said before a vowel too.
    said(listOf).flatMap((phrase) => all(phrase.endsWith(' de') ? [phrase, phrase.slice(0, -1)] : [phrase], tag));
  const ordinals = said((file) => file.ordinals);
  /** "Le deuxième", "and the last". */
  const openings = ['', ...said((file) => file.ordinalOpenings)];
  const neverWere = (list: 'ordinals' | 'nouns') => said((file) => file.callsThatNeverWere[list]);
  const describing = (list: 'nouns' | 'verbs' | 'conjunctions') => said((file) => file.descriptions[list]);

  return [
    ...FIELDS.flatMap((id) => tagged(({ fields }) => fields[id], { kind: 'field', id })),
    ...OPERATORS.flatMap((id) => tagged(({ operators }) => operators[id], { kind: 'operator', id })),
    ...tagged(({ beyond }) => beyond, { kind: 'operator', id: 'beyond' }),
    ...all(joined(neverWere('ordinals'), neverWere('nouns')), { kind: 'operator', id: 'beyond' }),
    ...tagged(({ offTopic }) => offTopic, { kind: 'operator', id: 'off-topic' }),
    ...all(joined(describing('nouns'), describing('verbs')), { kind: 'operator', id: 'described' }),
    ...all(describing('conjunctions'), { kind: 'operator', id: 'described' }),
    ...WORDED_REFERENCES.flatMap((id) =>
      tagged(({ references }) => references[id], { kind: 'reference', id, position: 0 }),
    ),
    ...WORDED_ACTS.flatMap((id) => tagged(({ acts }) => acts[id], { kind: 'smalltalk', id })),
    ...tagged(({ fund }) => fund, { kind: 'fund', id: 'fund' }),
    ...ordinals.flatMap(({ position, forms }) =>
      all(joined(openings, forms), { kind: 'reference', id: 'ordinal', position }),
    ),
    ...numberedCalls(),
    ...SCHEMES.flatMap((scheme) => tagged(({ schemes }) => schemes[scheme], callTag(null, scheme))),
    ...sessions(),
  ];

  /** "2e appel", "deuxième appel à projets", "second call", "appel 2"… Sessions and years are read beside them. */
  function numberedCalls(): readonly TaggedPhrase[] {
    const nouns = said((file) => file.callNouns);
    const before = ['', ...said((file) => file.callNumberWords).map((word) => `${word} `)];
    return ordinals
      .filter(({ position }) => position > 0)
      .flatMap(({ position, forms }) => {
        const numbers = before.map((word) => `${word}${position}`);
        return all([...joined(forms, nouns), ...joined(nouns, numbers)], callTag(position, null));
      });
  }

  /** "Première session", "session 2", as long as "de la seconde", which is one of those shown: a call has two at most. */
  function sessions(): readonly TaggedPhrase[] {
    const nouns = said((file) => file.sessionNouns);
    return ordinals
      .filter(({ position }) => position === 1 || position === 2)
      .flatMap(({ position, forms }) => {
        const phrases = [...joined(joined(openings, forms), nouns), ...joined(nouns, [String(position)])];
        return all(phrases, { kind: 'session', id: String(position), position });
      });
  }
}

function all(phrases: readonly string[], tag: Tag): readonly TaggedPhrase[] {
  return phrases.map((phrase) => [phrase, tag]);
}

/** Each of the first before each of the second. */
function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.flatMap((before) => second.map((behind) => `${before} ${behind}`));
}

const SCHEMES = ['ftap2', 'windows', 'contract'] as const;

function callTag(number: number | null, scheme: (typeof SCHEMES)[number] | null): Tag {
  return { kind: 'call', id: scheme ?? String(number), call: { number, session: null, scheme } };
}
