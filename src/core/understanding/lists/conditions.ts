import type { LanguageWords } from '../../language/language-words';
import type { Word } from '../../language/words';
import { type AmountField, isAmountField } from '../../model/project-fields';
import type { Field } from '../../model/records';
import type { Span } from '../../model/tag';
import { CONDITIONS, type Condition, type Decision } from '../decide';
import { fieldOf, isFundBeside, isOperator, MOST_BETWEEN, THINGS } from '../open-slots';
import type { Reading } from '../reading';
import { partSaid } from '../talk/bodies';

/* What must be published of those that are asked for, or must not. */

/** "Pour combien le coût est-il publié ?" asks for those of which it is; "sans coût publié", for the others; "vire ceux sans coût publié", for the first again. */
export function conditionsOpen(
  { intent, reference, fields }: Decision,
  reading: Reading,
  language: LanguageWords,
): readonly Condition[] {
  const { operators, words, spans, leftoverStems } = reading;
  if (partSaid(reading, language) !== null) return ['part'];
  const said = conditionSaid(reading, language);
  const isCounted = intent === 'list' || intent === 'count';
  // "N'est pas connu" takes nothing out, nor does "without a known cost".
  const out = spans.find((span) => isOperator(span, 'remove', 'except') && span.end <= (said?.start ?? NaN));
  if (said?.lacks === true && isCounted) return out !== undefined ? ['known', 'none'] : ['unknown'];
  if (intent === 'list' && reference === 'alone' && out === undefined && said?.isStated === true) return ['known'];
  // Not "hormis ceux au coût publié, rien", nor "sans PILAT, les projets au coût publié"
  const isOther = ({ folded, stem, startsClause }: Word, at: number): boolean =>
    at < (said?.start ?? 0) ? startsClause || leftoverStems.includes(stem) : language.is('denying', folded);
  if (out !== undefined && isCounted && !words.some((word, at) => at >= out.end && isOther(word, at)))
    return ['unknown'];
  // "Les sans-abri" lack no amount.
  const isLittle = ({ folded }: Word): boolean => language.is('denying', folded) || language.is('narrowing', folded);
  const isOfThing = (at: number): boolean => {
    // "Sans aucun lien avec le numérique"
    const next = words.findIndex(
      (word, index) => index > at && !language.isFunctionWord(word.folded) && !isLittle(word),
    );
    return spans.some(
      ({ start, end, tags }) =>
        (start <= at + 1 || start === next) && at < end && tags.some(({ kind }) => THINGS.has(kind)),
    );
  };
  // Nor does "beaucoup, non ?"
  const isDenial = ({ folded, endsQuestion }: Word, at: number): boolean =>
    language.is('denying', folded) && !endsQuestion && !isOfThing(at);
  const isLack = operators.has('not-known') || words.some(isDenial);
  // "Enlevez ceux dont l'aide n'est pas publiée" keeps those of which it is.
  const taking = spans.find((span) => isOperator(span, 'remove', 'except'))?.end ?? Infinity;
  if (isCounted && spans.some((span) => span.start >= taking && isOperator(span, 'not-known')))
    return ['known', 'none'];
  // Of no field nothing is published or not: "how many projects do you know?"
  const saysAmount = words.some(({ folded }) => language.partNamed(folded) === 'amount');
  const isKnown = operators.has('known') && (reference !== 'alone' || saysAmount);
  // "Lequel a un financement publié ?", "combien ont un montant ?"
  const choosesOne = words.some(({ folded }) => language.is('choosing', folded));
  const isOfField = reading.fields.some(isAmountField) || saysAmount;
  const asksKnown = operators.has('known') && !isLack && isOfField && !operators.has('correction');
  // "Quels projets annoncent des économies, et combien chacun ?"
  const isPublishing = ({ end }: Span): boolean =>
    spans.some(
      (one) =>
        one.start >= end &&
        one.start <= end + NEAR &&
        isAmountField(fieldOf(one)) &&
        !words.slice(end, one.start + 1).some((word) => word.startsClause || language.is('accompanying', word.folded)),
    );
  const publish = reference === 'alone' && spans.some((one) => isOperator(one, 'known') && isPublishing(one));
  if (asksKnown && (intent === 'count' || (intent === 'list' && (choosesOne || publish)))) return ['known'];
  const isOfNothing = fields.length === 0 && reading.fields.length === 0 && !isKnown && !isLack;
  // Only a word that denies says that something is missing.
  const isOpen: Readonly<Record<Condition, boolean>> = {
    none: true,
    // "Ont un montant inconnu"
    known: !isOfNothing && (!operators.has('not-known') || operators.has('correction')),
    unknown: isLack,
    part: isCounted,
  };
  return CONDITIONS.filter((one) => isOpen[one]);
}

/** "Annoncent un chiffre d’économies" */
const NEAR = 2;

/** What may lack a value: what is asked for, else the field beside the condition; a condition on anything else is one on the fund's money. */
export function conditionedFields(
  fields: readonly Field[],
  reading: Reading,
  language: LanguageWords,
): readonly Field[] {
  // "Ceux sans montant, quel avancement ?"
  const isOfAmount = reading.spans.some(
    (span) =>
      isOperator(span, 'known', 'not-known') &&
      reading.words.slice(span.start, span.end).some(({ folded }) => language.partNamed(folded) === 'amount'),
  );
  const isConditioned = (field: Field): boolean =>
    field !== 'summary' && field !== 'sources' && field !== 'themes' && (!isOfAmount || isAmountField(field));
  const asked = fields.filter(isConditioned);
  // "La part payée par le fonds est-elle connue ?" is of what is said, whatever else was thought of.
  const said = asked.filter((field) => reading.fields.includes(field));
  const beside = conditionSaid(reading, language)?.field ?? 'funding';
  // "Lesquels n'ont pas de coût connu ?" is of the cost, whatever was spoken of.
  const isBeside = said.length === 0 && isConditioned(beside) && reading.fields.includes(beside);
  // "Les projets sans date d'annonce"
  const own = reading.fields.filter(isConditioned);
  return (isBeside ? undefined : [said, asked, own].find(({ length }) => length > 0)) ?? [beside];
}

/** A field that is said to be published, or to lack: "le coût est-il connu ?", "porteur inconnu", "n'ont pas de coût publié". */
interface ConditionSaid {
  readonly field: Field;
  readonly lacks: boolean;
  /** The place of its first word. */
  readonly start: number;
  /** "Dont le coût est publié", not "le coût est-il publié ?" */
  readonly isStated: boolean;
}

/** The condition that the words put on a field beside them; undefined where they put none. */
function conditionSaid(
  { words, spans }: Reading,
  { is, isFunctionWord, partNamed }: LanguageWords,
): ConditionSaid | undefined {
  const areNear = (before: Span, after: Span): boolean =>
    after.start - before.end <= MOST_BETWEEN &&
    words.slice(before.end, after.start).every(({ folded }) => isFunctionWord(folded)) &&
    !words.slice(before.end, after.start + 1).some(({ startsClause }) => startsClause);
  return spans
    .filter((span) => isOperator(span, 'known', 'not-known'))
    .flatMap((span) =>
      spans.flatMap((other) => {
        const [first, last] = other.start < span.start ? [other, span] : [span, other];
        const field = fieldOf(other);
        // Nothing is without sources.
        if (field === null || field === 'sources' || other === span || !areNear(first, last)) return [];
        // "Que porte-t-elle sans montant publié ?"
        const isOfAmount = words.slice(span.start, span.end).some(({ folded }) => partNamed(folded) === 'amount');
        if (isOfAmount && !isAmountField(field)) return [];
        const clauseStart = words.findLastIndex(({ startsClause }, at) => startsClause && at <= first.start);
        // "Without a known cost" excepts those of which it is.
        const isExcepting = (word: Word): boolean =>
          is('lacking', word.folded) &&
          spans.some((one) => isOperator(one, 'except') && words.slice(one.start, one.end).includes(word));
        const isDenied = words
          .slice(clauseStart, last.start)
          .some((word) => is('denying', word.folded) && !isExcepting(word));
        const between = words.slice(first.end, last.end);
        const isStated =
          span === last &&
          between.some(({ folded }) => is('casting', folded)) &&
          !between.some(({ folded }) => is('pronouns', folded));
        return { field, lacks: isDenied || isOperator(span, 'not-known'), start: first.start, isStated };
      }),
    )[0];
}

/** The amounts before which a word says that they are missing: "sans financement", "pas d'aide". */
export function lackingFields(reading: Reading, language: LanguageWords): readonly AmountField[] {
  const { words, spans } = reading;
  const { is, isFunctionWord } = language;
  return spans.flatMap((span) => {
    const { start, tags } = span;
    const before = words.slice(0, start).findLast(({ folded }) => !isFunctionWord(folded) || is('denying', folded));
    const ofFund = isFundBeside(span, reading, language) ? (['funding'] as const) : [];
    const field = [
      ...tags.flatMap((tag) => (tag.kind === 'field' && isAmountField(tag.id) ? [tag.id] : [])),
      ...ofFund,
    ];
    return before !== undefined && is('denying', before.folded) ? field : [];
  });
}
