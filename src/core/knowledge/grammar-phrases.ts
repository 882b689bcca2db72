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
    said(listOf).flatMap((phrase) => [phrase, ...elided(phrase)].map((form): TaggedPhrase => [form, tag]));
  const ordinals = said((file) => file.ordinals);

  return [
    ...FIELDS.flatMap((id) => tagged(({ fields }) => fields[id], { kind: 'field', id })),
    ...OPERATORS.flatMap((id) => tagged(({ operators }) => operators[id], { kind: 'operator', id })),
    ...tagged(({ beyond }) => beyond, { kind: 'operator', id: 'beyond' }),
    ...callsThatNeverWere(),
    ...tagged(({ offTopic }) => offTopic, { kind: 'operator', id: 'off-topic' }),
    ...descriptions(),
    ...WORDED_REFERENCES.flatMap((id) =>
      tagged(({ references }) => references[id], { kind: 'reference', id, position: 0 }),
    ),
    ...WORDED_ACTS.flatMap((id) => tagged(({ acts }) => acts[id], { kind: 'smalltalk', id })),
    ...tagged(({ fund }) => fund, { kind: 'fund', id: 'fund' }),
    ...ordinalReferences(),
    ...numberedCalls(),
    ...SCHEMES.flatMap((scheme) => tagged(({ schemes }) => schemes[scheme], callTag(null, scheme))),
    ...sessions(),
  ];

  function callsThatNeverWere(): readonly TaggedPhrase[] {
    const nouns = said((file) => file.callsThatNeverWere.nouns);
    return said((file) => file.callsThatNeverWere.ordinals).flatMap((ordinal) =>
      nouns.map((noun): TaggedPhrase => [`${ordinal} ${noun}`, { kind: 'operator', id: 'beyond' }]),
    );
  }

  function descriptions(): readonly TaggedPhrase[] {
    const verbs = said((file) => file.descriptions.verbs);
    const described = said((file) => file.descriptions.nouns).flatMap((noun) => verbs.map((verb) => `${noun} ${verb}`));
    return [...described, ...said((file) => file.descriptions.conjunctions)].map((phrase) => [
      phrase,
      { kind: 'operator', id: 'described' },
    ]);
  }

  /** "Le deuxième", "and the last". */
  function ordinalReferences(): readonly TaggedPhrase[] {
    const openings = said((file) => file.ordinalOpenings);
    return ordinals.flatMap(({ position, forms }) =>
      forms.flatMap((form) =>
        ['', ...openings].map((before): TaggedPhrase => [
          `${before} ${form}`,
          { kind: 'reference', id: 'ordinal', position },
        ]),
      ),
    );
  }

  /** "2e appel", "deuxième appel à projets", "second call", "appel 2"… Sessions and years are read beside them. */
  function numberedCalls(): readonly TaggedPhrase[] {
    const nouns = said((file) => file.callNouns);
    const numberWords = said((file) => file.callNumberWords);
    return ordinals
      .filter(({ position }) => position > 0)
      .flatMap(({ position, forms }) =>
        nouns
          .flatMap((noun) => [
            ...forms.map((form) => `${form} ${noun}`),
            `${noun} ${position}`,
            ...numberWords.map((before) => `${noun} ${before} ${position}`),
          ])
          .map((phrase): TaggedPhrase => [phrase, callTag(position, null)]),
      );
  }

  /** "Première session", "session 2": a call has two at most. */
  function sessions(): readonly TaggedPhrase[] {
    const nouns = said((file) => file.sessionNouns);
    // As long as "de la seconde", which is one of those shown.
    const openings = ['', ...said((file) => file.ordinalOpenings)];
    return ordinals
      .filter(({ position }) => position === 1 || position === 2)
      .flatMap(({ position, forms }) =>
        nouns
          .flatMap((noun) => [
            ...forms.flatMap((form) => openings.map((before) => `${before} ${form} ${noun}`)),
            `${noun} ${position}`,
          ])
          .map((phrase): TaggedPhrase => [phrase, { kind: 'session', id: String(position), position }]),
      );
  }
}

const SCHEMES = ['ftap2', 'windows', 'contract'] as const;

function callTag(number: number | null, scheme: (typeof SCHEMES)[number] | null): Tag {
  return { kind: 'call', id: scheme ?? String(number), call: { number, session: null, scheme } };
}

/** "Au-dessus d'un million": what ends in "de" is said before a vowel too. */
function elided(phrase: string): readonly string[] {
  return phrase.endsWith(' de') ? [phrase.slice(0, -1)] : [];
}
