import { amountOf } from '../model/project-fields';
import type { Field } from '../model/records';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Span } from '../model/tag';
import { HELD, isAsked, isOpen } from './claims';
import type { Decision } from './decide';
import { isFundBeside, isOperator } from './open-slots';
import { type Reading, unique } from './reading';
import { amountFor } from './referents';
import type { Filled } from './said';
import { isOfRest } from './yardsticks';

/** The fields asked, where they come from and what it is about last: decided, else the first that is said. */
export function fieldsFor(decision: Decision, said: Filled): readonly Field[] {
  const { reading, knowledge } = said;
  const [own] = reading.fields.filter((field) => field !== 'summary');
  // "Coûts revus à la hausse", then "le premier, de combien ?"
  const { question } = said.memory;
  const [dispute] = question?.kind === 'list' && decision.reference === 'ordinal' ? question.filter.disputes : [];
  // "Je vous demande pas le coût, je vous demande qui"
  const asksWho = reading.deniedFields.length > 0 && knowledge.language.is('who', reading.words.at(-1)?.folded ?? '');
  if (decision.fields.length === 0) return [own ?? dispute?.field ?? (asksWho ? 'carrier' : 'summary')];
  if (isOfRest(decision.fields, reading, knowledge)) return ['cost', 'funding'];
  // "Économies de Mentor ?", then "quel financement pour Mentor ?" is not of both.
  const last =
    decision.reference === 'alone' && said.memory.question?.kind === 'fact' ? said.memory.question.field : null;
  const isOver = (field: Field): boolean => field === last && own !== undefined && !reading.fields.includes(field);
  const fields = unique([...decision.fields.filter((field) => !isOver(field)), ...askedBeside(decision, said)]);
  const isLast = (field: Field): boolean => field === 'summary' || field === 'sources';
  return [...fields.filter((field) => !isLast(field)), ...fields.filter(isLast).sort()];
}

/** "Qui le porte et combien ?", "c'est quoi, à qui ça sert et où ?": what is joined to a field that is asked, and asks for another one. */
function askedBeside(decision: Decision, said: Filled): readonly Field[] {
  const { words, spans, deniedFields } = said.reading;
  const { is, isFunctionWord } = said.knowledge.language;
  const isCoordinating = (at: number): boolean => is('coordinating', words[at]?.folded ?? '');
  const isEnd = (at: number): boolean => words[at] === undefined || words[at].startsClause || isCoordinating(at);
  const isPaid = (at: number): boolean => {
    const paid = spans.find((span) => span.start >= at && isOperator(span, 'pays'));
    const between = words.slice(at, paid?.start ?? at);
    return paid !== undefined && isEnd(paid.end) && between.every(({ folded }) => isFunctionWord(folded));
  };
  const asked = words.flatMap(({ folded }, at): readonly { field: Field; start: number; end: number }[] => {
    const span = spans.find(({ start, end }) => start <= at && at < end);
    if (span === undefined)
      return is('who', folded) && isEnd(at + 1) ? [{ field: 'carrier', start: at, end: at + 1 }] : [];
    const { start, end, tags } = span;
    // "Combien" by itself asks for money, not "combien de départements", and in "montant et économies" for another amount; "et où ?" says "or" at its end.
    const isMoney = isOperator(span, 'how-much') && isEnd(end);
    // "Et combien il a reçu, avec quels partenaires ?"
    const isReceived = isOperator(span, 'how-much') && isPaid(end);
    const isBeside = spans.some(
      (one) =>
        one.tags.some(({ kind }) => kind === 'field') &&
        ((isCoordinating(end) && one.start === end + 1) || (isCoordinating(start - 1) && one.end === start - 1)),
    );
    const isWhere = isOperator(span, 'or') && isCoordinating(start - 1) && isEnd(end);
    const isFund = isFundBeside(span, said.reading, said.knowledge.language);
    const ofMoney = isBeside || isFund || isReceived ? 'funding' : amountFor(decision, said);
    const other = isMoney || isReceived || isFund ? ofMoney : isWhere ? 'territory' : undefined;
    const field = tags.find((tag) => tag.kind === 'field')?.id ?? other;
    return field === undefined || start !== at ? [] : [{ field, start, end }];
  });
  const isJoined = (at: number): boolean =>
    words
      .slice(asked[at - 1]?.end ?? Infinity, (asked[at]?.start ?? 0) + 1)
      .some(({ folded, startsClause }) => startsClause || is('coordinating', folded));
  const row = (at: number): number => asked.findLastIndex((_, other) => other <= at && !isJoined(other));
  const asks = (from: number, to: number): boolean =>
    words.slice(from, to).some(({ folded }) => is('interrogative', folded));
  // "C'est qui qui l'a et combien ?"
  const isJoinedToFirst = (at: number, start: number): boolean =>
    at === 0 && isCoordinating(start - 1) && asks(0, start);
  const rows = asked.flatMap(({ field, start }, at) =>
    decision.fields.includes(field) || isJoinedToFirst(at, start) ? [row(at)] : [],
  );
  // "C'est quoi, pourquoi ça a triplé ?" asks for both, "c'est quoi le coût ?" for one.
  const isName = (at: number): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ kind }) => kind === 'project'));
  const behindName = (at: number): number => (isName(at) ? behindName(at + 1) : at);
  const isWhole = ({ field, end }: (typeof asked)[number]): boolean => field !== 'summary' || isEnd(behindName(end));
  const isAlone = ({ field, start, end }: (typeof asked)[number]): boolean =>
    field === 'summary' && end < words.length && (asks(start, end) || is('elided', words[start]?.folded ?? ''));
  return asked.flatMap((one, at) =>
    (rows.includes(row(at)) || isAlone(one)) && !deniedFields.includes(one.field) && isWhole(one) ? [one.field] : [],
  );
}

/** "La part du fonds dans CFVR ?", of which the cost is published as well. */
export function isPartOfCost(id: string, field: Field, { reading: { words }, knowledge }: Filled): boolean {
  const project = knowledge.projectById.get(id);
  const isPublished = (of: 'funding' | 'cost'): boolean => project !== undefined && amountOf(project, of) !== null;
  const saysPart = words.some(({ folded }) => knowledge.language.is('sharing', folded));
  return field === 'funding' && saysPart && isPublished('funding') && isPublished('cost');
}

/** "InSERRE est dans le Grand Est ?": the field of a project that holds what is asked to be so, where nothing else is said of it. */
export function fieldClaimed(project: string, reading: Reading, knowledge: KnowledgeBase): Field | null {
  const { words, spans, named, fields, leftoverStems } = reading;
  const isNamed = named.length === 1 && named[0]?.includes(project) === true;
  const isElliptical = knowledge.language.is('coordinating', words[0]?.folded ?? '');
  if (!isNamed || isElliptical || !isAsked(reading) || isOpen(reading, knowledge)) return null;
  if (fields.length + leftoverStems.length > 0) return null;
  const kinds = spans.flatMap(({ start, end, tags }) => {
    const isName = words.slice(start, end).every(({ stem }) => knowledge.nameStems.get(project)?.has(stem));
    return isName || tags.some(({ kind }) => kind === 'project') ? [] : tags.map(({ kind }) => kind);
  });
  return HELD.find(({ kind }) => kinds.includes(kind))?.field ?? null;
}

/** "Et PILAT, c'est le fisc aussi ?", "c'est pour les prisons ?" after another field: what a project is said to be, in the last words of a message. */
export function fieldEquated(reading: Reading, knowledge: KnowledgeBase): Field | null {
  const { words, spans, fields, quantities } = reading;
  const { is, isFunctionWord } = knowledge.language;
  const from = words.findLastIndex(({ startsSentence }) => startsSentence);
  const saysMore = fields.length > 0 || quantities.some(({ word }) => word >= from);
  if (saysMore || !isAsked(reading) || isOpen(reading, knowledge)) return null;
  const kindOf = ({ tags }: Span) => HELD.find(({ kind }) => tags.some((tag) => tag.kind === kind));
  const claims = words.flatMap(({ folded }, equates) => {
    // "Or is it civil service only?" says more before it.
    const isOther = spans.some((span) => span.start >= from && span.start < equates && isOperator(span, 'or'));
    if (equates < from || isOther || !is('equating', folded)) return [];
    const claimed = spans.filter((span) => span.start > equates && kindOf(span) !== undefined);
    const isSaid = (at: number): boolean => claimed.some(({ start, end }) => start <= at && at < end);
    const isNoMore = words.every(
      (word, at) => at <= equates || isFunctionWord(word.folded) || is('projects', word.folded) || isSaid(at),
    );
    return isNoMore && claimed.length === 1 ? claimed : [];
  });
  return claims.flatMap((span) => kindOf(span) ?? [])[0]?.field ?? null;
}
