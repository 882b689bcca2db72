import { isKnownType } from './adaptive-card-1-5';

/** What the author's own content is kept under: a `type` in there is no element's. */
const NOT_CARD = new Set(['data', 'requires', 'authentication']);

/**
 * The card as a renderer of 1.5 sees it: an element or action that it does not know gives way to its `fallback`, or is
 * left out when that is "drop". One without a fallback stays, for the schema to refuse.
 */
export function renderedCard(card: unknown): unknown {
  if (Array.isArray(card)) return card.flatMap(renderedItem);
  if (!isRecord(card)) return card;
  return Object.fromEntries(
    Object.entries(card).flatMap(([key, value]) =>
      NOT_CARD.has(key) ? [[key, value]] : renderedItem(value).map((rendered) => [key, rendered]),
    ),
  );
}

/** The value in what is rendered, or nothing. */
function renderedItem(value: unknown): readonly unknown[] {
  if (!isRecord(value) || !isUnknown(value.type) || value.fallback === undefined) return [renderedCard(value)];
  return value.fallback === 'drop' ? [] : renderedItem(value.fallback);
}

function isUnknown(type: unknown): boolean {
  return typeof type === 'string' && !isKnownType(type);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
