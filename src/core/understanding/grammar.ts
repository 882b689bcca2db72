import { FIELD_PHRASES } from './field-phrases';
import { BEYOND_PHRASES, OFF_TOPIC_PHRASES } from './off-topic-phrases';
import { OPERATOR_PHRASES } from './operator-phrases';
import { phrases } from './phrases';
import { SMALLTALK_PHRASES } from './smalltalk-phrases';
import type { Reference, Tag } from './tag';

/**
 * The words of asking, French and English: fields, operators, references, small talk, calls. They are matched by stem, so one form of a word
 * is enough; the longest phrase wins over the shorter ones that it contains.
 */
export function grammarPhrases(): readonly (readonly [phrase: string, tag: Tag])[] {
  return [
    ...entriesOf(FIELD_PHRASES).map(([phrase, id]): [string, Tag] => [phrase, { kind: 'field', id }]),
    ...entriesOf(OPERATOR_PHRASES).map(([phrase, id]): [string, Tag] => [phrase, { kind: 'operator', id }]),
    ...BEYOND_PHRASES.map((phrase): [string, Tag] => [phrase, { kind: 'operator', id: 'beyond' }]),
    ...OFF_TOPIC_PHRASES.map((phrase): [string, Tag] => [phrase, { kind: 'operator', id: 'off-topic' }]),
    ...descriptionPhrases().map((phrase): [string, Tag] => [phrase, { kind: 'operator', id: 'described' }]),
    ...entriesOf(REFERENCE_PHRASES).map(([phrase, id]): [string, Tag] => [
      phrase,
      { kind: 'reference', id, position: 0 },
    ]),
    ...entriesOf(SMALLTALK_PHRASES).map(([phrase, id]): [string, Tag] => [phrase, { kind: 'smalltalk', id }]),
    ...FUND_PHRASES.map((phrase): [string, Tag] => [phrase, { kind: 'fund', id: 'fund' }]),
    ...ordinalPhrases(),
    ...callPhrases(),
    ...sessionPhrases(),
  ];
}

const REFERENCE_PHRASES: Readonly<Record<Exclude<Reference, 'ordinal'>, readonly string[]>> = {
  it: phrases(` pour ca | pour cela | for that | for it | sur ca | la dessus | a ce sujet | sur ce point | en question | ce chantier | 
    il | elle | son | sa | ses | celui ci | celle ci | celui la | ce projet | ce dernier | cette plateforme |
    ce programme | cet outil | ce service | it | its | this project | that project | this one | that one |
    le meme projet | the same project | lui`),
  these: phrases(` des deux | entre les deux | of the two | de ces deux | 
    ceux la | que ceux la | ceux ci | les 2 | les deux | entre les 2 | the two | the 2 | celles la | parmi ceux | parmi ceux la | parmi eux | parmi ces projets | parmi |
    dans cette liste | de cette liste | dans la liste | among them | among those | among these | of these |
    of those | of them | those | them | these | ces projets | these projects | those projects | leur | leurs |
    their | les deux | both | both of them | la dedans | eux | d entre eux |
    là dedans `),
  others: phrases(` l autre | et l autre | the other one | the other | 
    le autres | et le autres | tous les autres | les autres | the others | the rest | le reste | et les autres | the other ones | les suivants | la suite |
    the next ones | show more | voir plus | encore`),
};

const FUND_PHRASES =
  phrases(` fond pour la transformation de l action publique | fond pour la transformation | fond de transformation | 
  ftap | fonds | fund | le fond | du fond | par le fond | au fonds | ce fond | fonds pour la transformation de l action publique | fonds de transformation |
  fonds de transformation de l action publique | programme 349 | fonds pour la transformation |
  public action transformation fund | transformation fund | ftap 1`);

/** "Le projet qui s'occupe de…", "quand on est à la rue" describe; they do not ask who runs it, nor when. */
function descriptionPhrases(): readonly string[] {
  const nouns = phrases(
    'projet | projets | celui | ceux | outil | outils | service | plateforme | application | programme | project | tool',
  );
  const verbs = phrases(
    'qui s occupe | qui gere | qui pilote | qui porte | qui dirige | qui mene | qui utilise | qui est derriere | that runs | which runs | who runs',
  );
  const conjunctions = phrases(
    'quand on | quand je | quand j | quand tu | quand vous | quand ma | quand mon | quand mes | quand quelqu un | when i | when you | when my | when someone | when people | when a',
  );
  return [...nouns.flatMap((noun) => verbs.map((verb) => `${noun} ${verb}`)), ...conjunctions];
}

const ORDINALS: readonly (readonly [position: number, forms: readonly string[]])[] = [
  [1, ['premier', 'premiere', '1er', '1ere', '1re', '1ier', 'first', '1st']],
  [2, ['deuxieme', 'second', 'seconde', '2e', '2eme', '2em', '2nd', '2nde', '2d']],
  [3, ['troisieme', '3e', '3eme', '3em', 'third', '3rd']],
  [4, ['quatrieme', '4e', '4eme', '4em', 'fourth', '4th']],
  [5, ['cinquieme', '5e', '5eme', '5em', 'fifth', '5th']],
  [-1, ['dernier', 'derniere', 'last']],
];

function ordinalPhrases(): readonly (readonly [string, Tag])[] {
  return ORDINALS.flatMap(([position, forms]) =>
    forms.flatMap((form) =>
      ['le', 'la', 'du', 'au', 'the', 'and the', 'celui', 'numero'].map((before): [string, Tag] => [
        `${before} ${form}`,
        { kind: 'reference', id: 'ordinal', position },
      ]),
    ),
  );
}

/** "2e appel", "deuxième appel à projets", "second call", "appel 2", "FTAP 2", "guichet données"… Sessions and years are read beside them. */
function callPhrases(): readonly (readonly [string, Tag])[] {
  const nouns = phrases(
    'appel | appel a projet | aap | vague | fournee | promotion | cuvee | salve | call | call for project | round | wave | batch | cohort',
  );
  const numbered = ORDINALS.filter(([position]) => position > 0).flatMap(([number, forms]) => {
    const tag = callTag(number, null, null);
    return [
      ...forms.flatMap((form) => nouns.map((noun): [string, Tag] => [`${form} ${noun}`, tag])),
      ...nouns.flatMap((noun) =>
        ['', 'numero ', 'n '].map((before): [string, Tag] => [`${noun} ${before}${number}`, tag]),
      ),
    ];
  });
  const schemes = SCHEMES.flatMap(([scheme, names]) =>
    names.map((name): [string, Tag] => [name, callTag(null, null, scheme)]),
  );
  return [...numbered, ...schemes];
}

const SCHEMES = [
  [
    'ftap2',
    phrases(
      'ftap 2 | ftap2 | ftap ii | deuxieme ftap | 2e ftap | 2eme ftap | second ftap | deuxieme fonds | second fonds | second fund | nouveau ftap | ftap numero 2 | ftap deux',
    ),
  ],
  [
    'windows',
    phrases(
      'guichet donnees | guichet ia | guichet dinum | guichet de la dinum | guichet cloud | quel guichet | les guichets | guichets de la dinum | guichets thematiques | dinum window | data window | ai window | thematic window',
    ),
  ],
  [
    'contract',
    phrases('contrat de transformation de 2024 | contrat de transformation 2024 | 2024 transformation contract'),
  ],
] as const;

/** "première session", "session 2". */
function sessionPhrases(): readonly (readonly [string, Tag])[] {
  return ORDINALS.filter(([position]) => position === 1 || position === 2).flatMap(([position, forms]) =>
    [...forms.map((form) => `${form} session`), `session ${position}`].map((phrase): [string, Tag] => [
      phrase,
      { kind: 'session', id: String(position), position },
    ]),
  );
}

function callTag(number: number | null, session: number | null, scheme: 'ftap2' | 'windows' | 'contract' | null): Tag {
  return { kind: 'call', id: scheme ?? String(number), call: { number, session, scheme } };
}

function entriesOf<Key extends string>(
  table: Readonly<Record<Key, readonly string[]>>,
): readonly (readonly [string, Key])[] {
  return Object.keys(table)
    .filter((key): key is Key => key in table)
    .flatMap((key) => table[key].map((phrase): [string, Key] => [phrase, key]));
}
