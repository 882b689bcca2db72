import type { Entity } from 'botbuilder';
import type { Source } from '../src/core/model/records';
import type { Locale } from '../src/core/language/locale';
import { messagesFor, typeset } from '../src/messages/messages-for';
import { sourceLabel } from './text/source-text';

/** Teams cites no more, and cuts longer texts or refuses them. */
const MOST_CITED = 20;
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;

/** Calls of the sources, to put behind what they back: " [1] [2]". */
export function citationMarks(sources: readonly Source[]): string {
  return sources
    .slice(0, MOST_CITED)
    .map((_, index) => ` [${index + 1}]`)
    .join('');
}

/** The sources as the citations of Teams. Without its label for generated contents: nothing here is generated. */
export function citationEntity(sources: readonly Source[], locale: Locale): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    citation: sources.slice(0, MOST_CITED).map((source, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: shortened(sourceLabel(source, locale), LONGEST_NAME),
        // What it is cited for: Teams wants a sentence. It is written in French in the base.
        abstract: shortened(typeset(messagesFor(locale).sourceBacks(source.supports), locale), LONGEST_ABSTRACT),
        // Teams opens https only.
        ...(source.url?.startsWith('https://') === true ? { url: source.url } : {}),
      },
    })),
  };
}

/** Cut between two words, with a sign of it. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
