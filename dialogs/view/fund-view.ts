import type { ProgrammeAnswer, ToldFigure } from '../../src/core/model/answer';
import type { Reckoning } from '../../src/core/language/reckoning';
import { standingMessagesFor } from '../../src/messages/messages-for';
import { conflictTexts } from '../text/conflict-text';
import { describeFilter } from '../text/filter-text';
import type { Voice } from '../text/voice';
import { type Block, headline, line } from './view';

/** Facts on the fund; before them the figure asked for, or what was made of several, and of which. */
export function fundBlocks({ facts, figure, lacking }: ProgrammeAnswer, voice: Voice): readonly Block[] {
  return [
    ...(lacking === undefined ? [] : [lackingLine(lacking, voice)]),
    ...(figure === null ? [] : figureBlocks(figure, voice)),
    ...facts.flatMap((id) => fundFactBlocks(id, voice)),
  ];
}

/** "17 lauréats ont été annoncés (1er appel) ; la base en contient 6, les 11 autres n’y sont pas." */
function lackingLine({ filter, announced, held }: NonNullable<ProgrammeAnswer['lacking']>, voice: Voice): Block {
  return line(voice.messages.countAgainstOfficial(announced, held, describeFilter(filter, voice)));
}

function figureBlocks({ operation, figures, unit, value }: ToldFigure, voice: Voice): readonly Block[] {
  const { locale, knowledge } = voice;
  const words = standingMessagesFor(locale);
  const told = figures.flatMap((id) => knowledge.figureById.get(id) ?? []);
  const [first, last] = told;
  const figure = words.fundFigure(value, unit);
  if (operation === null) {
    const what = first?.[locale] ?? '';
    return [headline(figure, what, words.fundFigureSentence(figure, what))];
  }
  // From one year, or one call, to the next.
  const isOfSame =
    told.length === 2 && first !== undefined && last !== undefined && withoutYear(first.key) === withoutYear(last.key);
  const isChange = operation === 'difference' && unit !== 'points' && isOfSame && first.value !== 0;
  const what = words.computed(operation, isChange ? last.value / first.value - 1 : null);
  const about = unit === 'part' ? words.aboutPart(value * 100) : '';
  return [
    headline(figure, what, words.computedSentence(what, figure + about)),
    line(words.computedOf(told.map((one) => `${words.fundFigure(one.value, one.unit)} ${one[locale]}`))),
    ...(new Set(told.map(({ key }) => scopeOf(key))).size > 1 ? [line(words.scopesDiffer, 'caveat')] : []),
  ];
}

/** What was made of numbers that the message says. */
export function reckonedBlocks({ operation, terms, unit, value }: Reckoning, { locale }: Voice): readonly Block[] {
  const words = standingMessagesFor(locale);
  const what = words.computed(operation, null);
  const told = words.fundFigure(value, unit);
  const figure = operation === 'ratio' && value < 1 ? `${told} (${words.fundFigure(value, 'part')})` : told;
  const termTexts = terms.map((term, at) => {
    const text = words.fundFigure(term.value, term.unit);
    return operation === 'payback' && at === 1 ? words.yearly(text) : text;
  });
  const about = unit === 'percent' ? words.aboutPart(value) : '';
  return [headline(figure, what, words.computedSentence(what, figure + about)), line(words.computedOf(termTexts))];
}

/** What a figure is of, where it is more than the fund: "paidOfProgramme2022". */
function scopeOf(key: string): string {
  return /Of[A-Z][a-z]*/.exec(key)?.[0] ?? '';
}

function withoutYear(key: string): string {
  return key.replaceAll(/\d/g, '');
}

/** What is known of the fund, with a warning where a single source says so. */
function fundFactBlocks(id: string, voice: Voice): readonly Block[] {
  const fact = voice.knowledge.factById.get(id);
  if (!fact) return [];
  return [
    line(voice.locale === 'fr' ? fact.answerFr : fact.answerEn),
    ...(fact.confidence === 'high'
      ? []
      : [line(voice.messages.lowConfidence(fact.sources.length, fact.conflicts.length), 'caveat')]),
    ...conflictTexts(fact.conflicts, fact.sources, voice).map((text) => line(text, 'caveat')),
  ];
}
