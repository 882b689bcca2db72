import type { ProgrammeAnswer, ToldFigure } from '../../src/core/model/answer';
import type { Reckoning } from '../../src/core/language/reckoning';
import { standingMessagesFor } from '../../src/messages/messages-for';
import { conflictTexts } from '../text/conflict-text';
import type { Voice } from '../text/voice';
import { type Block, line } from './view';

/** Facts on the fund; before them the figure asked for, or what was made of several, and of which. */
export function fundBlocks({ facts, figure }: ProgrammeAnswer, voice: Voice): readonly Block[] {
  return [...(figure === null ? [] : figureBlocks(figure, voice)), ...facts.flatMap((id) => fundFactBlocks(id, voice))];
}

function figureBlocks({ operation, figures, unit, value }: ToldFigure, voice: Voice): readonly Block[] {
  const { locale, knowledge } = voice;
  const words = standingMessagesFor(locale);
  const told = figures.flatMap((id) => knowledge.figureById.get(id) ?? []);
  const [first, last] = told;
  const figure = words.fundFigure(value, unit);
  if (operation === null) {
    const what = first?.[locale] ?? '';
    return [{ kind: 'headline', value: figure, what, sentence: words.fundFigureSentence(figure, what) }];
  }
  // From one year, or one call, to the next.
  const isOfSame = first !== undefined && last !== undefined && withoutYear(first.key) === withoutYear(last.key);
  const isChange = operation === 'difference' && unit !== 'points' && isOfSame && first.value !== 0;
  const what = words.computed(operation, isChange ? last.value / first.value - 1 : null);
  return [
    { kind: 'headline', value: figure, what, sentence: words.computedSentence(what, figure) },
    line(words.computedOf(told.map((one) => `${words.fundFigure(one.value, one.unit)} ${one[locale]}`))),
  ];
}

/** What was made of numbers that the message says. */
export function reckonedBlocks({ operation, terms, unit, value }: Reckoning, { locale }: Voice): readonly Block[] {
  const words = standingMessagesFor(locale);
  const [figure, what] = [words.fundFigure(value, unit), words.computed(operation, null)];
  return [
    { kind: 'headline', value: figure, what, sentence: words.computedSentence(what, figure) },
    line(words.computedOf(terms.map((term) => words.fundFigure(term.value, term.unit)))),
  ];
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
