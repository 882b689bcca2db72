import type { Locale } from '../../src/core/language/locale';
import { typesetAll } from '../../src/messages/messages-for';
import type { Action, ActionSet, AdaptiveCard, CardElement, Spacing, TextBlock } from './adaptive-card';

export type TextStyle = Partial<Omit<TextBlock, 'type' | 'text' | 'wrap'>>;

export function paragraph(text: string, style: TextStyle = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...style };
}

/** The title of a part of a card. */
export function heading(text: string, spacing: Spacing = 'Medium'): TextBlock {
  return paragraph(text, { weight: 'Bolder', style: 'heading', spacing });
}

/** Buttons on a line; none at all when there is no action. */
export function buttons(actions: readonly Action[], spacing: Spacing = 'Medium'): readonly ActionSet[] {
  return actions.length === 0 ? [] : [{ type: 'ActionSet', spacing, actions }];
}

/** The button that opens an address; none where there is none. */
export function openUrl(title: string, url: string | null): readonly Action[] {
  return url === null ? [] : [{ type: 'Action.OpenUrl', title, url }];
}

/** Buttons one under the other: side by side, those of unlike length break their words in a narrow widget. */
export function buttonColumn(actions: readonly Action[]): readonly ActionSet[] {
  return actions.flatMap((action) => buttons([action], 'Small'));
}

/** A card, typeset whatever it was made of; `text` is what it says, for those who do not see it. */
export function cardOf(body: readonly CardElement[], text: string, locale: Locale): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    // Teams and Web Chat both draw Adaptive Cards up to it.
    version: '1.5',
    lang: locale,
    fallbackText: text,
    body: typesetAll(body, locale),
  };
}

/** A text of several lines as the paragraphs of a card. */
export function written(text: string): readonly string[] {
  return text.split('\n').map(escaped);
}

/** Signs that Markdown would take for its own, in a text that is none. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
