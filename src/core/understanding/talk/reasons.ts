import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { writtenOf } from '../../language/words';
import { takesOut } from '../open-slots';
import { LONGEST_QUESTION, type Reading } from '../reading';
import { readOnce } from './read-once';

/**
 * A message that takes out or adds, without why it does: "enlève GMBI, c'est fiscal", "LiDAR HD c'est pas agricole, vire-le", "ajoute-le, il est à 20 pile";
 * with what was named there in the place of a pronoun: "EXPLOC c'est pas la Justice. Total sans lui ?"
 */
export function withoutReasons(text: string, knowledge: KnowledgeBase): string {
  if (text.length > LONGEST_QUESTION) return text;
  if (!PART_END.test(text)) return withoutClause(text, knowledge);
  const { is } = knowledge.language;
  const parts = text.split(PART_END).map((written) => {
    const part = withoutClause(written, knowledge);
    const reading = readOnce(part, knowledge);
    // "C'est", "ils sont"
    const begins = reading.words.findIndex(
      ({ folded }, at) => is('pronouns', folded) && is('casting', reading.words[at + 1]?.folded ?? ''),
    );
    return { part, reading, begins };
  });
  // "C'est pas la Justice. C'est Bercy." says what is meant.
  const changesSet = parts.some(
    ({ reading, begins }) =>
      begins === -1 && (takesOut(reading) || reading.words.some(({ folded }) => is('adding', folded))),
  );
  const isReason = ({ reading: { words, spans }, begins }: (typeof parts)[number]): boolean =>
    changesSet &&
    begins !== -1 &&
    // "Remplace Mentor, c'est PILAT que je veux"
    !spans.some(({ start, tags }) => start > begins && tags.some(({ kind }) => kind === 'project')) &&
    !words.some(({ folded, endsQuestion }) => endsQuestion || is('interrogative', folded) || is('which', folded));
  // "EXPLOC" of "EXPLOC, c'est pas la Justice"
  const last = parts.findLast(isReason);
  if (last === undefined) return text;
  const subject = writtenOf(last.reading.words.slice(0, last.begins));
  const kept = parts.filter((one) => !isReason(one));
  const said = kept.map(({ part, reading }) => (subject === '' ? part : naming(subject, part, reading, knowledge)));
  const isSaid = subject === '' || said.some((part, at) => part !== kept[at]?.part);
  return (isSaid ? said : [`${subject},`, ...said]).join(' ');
}

/** "Sans le HDH qui n'est pas de l'IA", "sans EXPLOC c'est pas la Justice": what is denied of the project taken out is why. */
function withoutClause(part: string, knowledge: KnowledgeBase): string {
  const { is } = knowledge.language;
  const { words, spans } = readOnce(part, knowledge);
  const isOut = (at: number): boolean => is('lacking', words[at]?.folded ?? '');
  const out = spans.find(
    ({ start, tags }) => tags.some(({ kind }) => kind === 'project') && (isOut(start - 1) || isOut(start - 2)),
  );
  const begins = words.findIndex(
    ({ folded }, at) =>
      at >= (out?.end ?? words.length) &&
      (is('pronouns', folded) || is('who', folded)) &&
      words.slice(at + 1, at + MOST_WORDS_TO_DENIAL).some((word) => is('denying', word.folded)),
  );
  return begins === -1 ? part : writtenOf(words.slice(0, begins));
}

/** "Qui n'est pas" */
const MOST_WORDS_TO_DENIAL = 4;

/** "Sans lui" with the name in the place of the pronoun. */
function naming(name: string, part: string, { words }: Reading, { language: { is } }: KnowledgeBase): string {
  const pronoun = words.find(
    ({ folded }, index) => is('pronouns', folded) && is('lacking', words[index - 1]?.folded ?? ''),
  );
  return pronoun === undefined ? part : part.replace(new RegExp(`\\b${pronoun.written}\\b`, 'u'), () => name);
}

const PART_END = /(?<=[.!?…,;])\s+/u;
