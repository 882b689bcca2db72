import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { type Word, writtenOf } from '../../language/words';
import { type Filter, idsOfTopic } from '../../model/question';
import type { Tag } from '../../model/tag';
import type { Reading } from '../reading';

/** Longer ones are no name. */
const MOST_WORDS = 3;
const OWNED = ['mine', 'own', 'ofThem'] as const;

/** "La santé, la mer et la plongée": what stands in one row with something that limits the set, and that nothing in the base is called, as written. */
export function unknownBeside(reading: Reading, filter: Filter, knowledge: KnowledgeBase): readonly string[] {
  const { words, spans, leftoverStems } = reading;
  const { is, isFunctionWord, partNamed } = knowledge.language;
  const limits = new Set([
    ...[...filter.topics, ...filter.except.topics].flatMap(idsOfTopic),
    ...[filter.carriers, filter.partners, filter.territories, filter.except.carriers].flat(),
  ]);
  const tagsOf = (word: Word): readonly Tag[] =>
    spans.flatMap(({ start, end, tags }) => (words.slice(start, end).includes(word) ? tags : []));
  const isJoining = ({ folded }: Word): boolean => is('coordinating', folded);
  // What stands before a name in its part of the message: "quels projets concernent la".
  const isBefore = (word: Word): boolean =>
    isFunctionWord(word.folded) ||
    (['regarding', 'projects', 'projectPlurals'] as const).some((one) => is(one, word.folded)) ||
    (tagsOf(word).length > 0 && tagsOf(word).every(({ kind }) => kind === 'operator'));
  const starts = words.flatMap((word, at) => (at === 0 || word.startsClause || isJoining(word) ? [at] : []));
  const members = starts.map((start, at) => {
    const own = words.slice(start, starts[at + 1]);
    const from = own.findIndex((word) => !isBefore(word));
    return { own, name: from < 0 ? [] : own.slice(from) };
  });
  type Member = (typeof members)[number];
  const isLimit = ({ name }: Member): boolean =>
    name.some((word) => tagsOf(word).some(({ id }) => limits.has(id))) &&
    name.every((word) => isFunctionWord(word.folded) || tagsOf(word).length > 0);
  // "Pour mes stagiaires", "nos voisins" say for whom.
  const isStrange = ({ own, name }: Member, at: number): boolean =>
    name.length > 0 &&
    name.length <= MOST_WORDS &&
    !own.some(({ folded }) => OWNED.some((one) => is(one, folded))) &&
    // "Euh et pour les agriculteurs"
    own.length + at > name.length &&
    name.every(({ stem, folded }) => leftoverStems.includes(stem) && partNamed(folded) === null);
  // A row ends with what is neither, and with its sentence.
  const rows: Member[][] = [];
  for (const [at, member] of members.entries()) {
    const isOfRow = isLimit(member) || isStrange(member, at);
    if (isOfRow && member.own[0]?.startsSentence === false && rows.length > 0) rows.at(-1)?.push(member);
    else rows.push(isOfRow ? [member] : []);
  }
  // "Les projets de la justice, chiche" is no row, and none goes on behind its last "et".
  const joined = rows.map((row) =>
    row.slice(0, 1 + row.findLastIndex(({ own }, at) => at > 0 && own.slice(0, 1).some(isJoining))),
  );
  return joined
    .filter((row) => row.some(isLimit))
    .flatMap((row) => row.filter((member) => !isLimit(member)).map(({ name }) => writtenOf(name)));
}
