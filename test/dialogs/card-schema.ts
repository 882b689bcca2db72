import { z } from 'zod';
import { adaptiveCard } from './adaptive-card-1-5';
import { renderedCard } from './rendered-card';
import { sdkProblems } from './sdk-problems';

/**
 * What keeps a card from being valid Adaptive Cards 1.5, one line a problem, with its place: `body[0].weight: …`.
 * By our reading of the public schema, then by the official renderer (`renderer, TextBlock: …`), each after unknown
 * elements gave way to their fallback: the places are those of the card that is rendered. Empty: the card is valid.
 */
export function cardProblems(card: unknown): readonly string[] {
  const rendered = renderedCard(card);
  const object = z.record(z.string(), z.unknown()).safeParse(rendered);
  if (!object.success) return ['card: expected an object'];
  const issues = adaptiveCard.safeParse(rendered).error?.issues ?? [];
  return [
    ...issues.map(({ path, message }) => `${placeOf(path)}: ${message}`),
    ...sdkProblems(object.data).map((problem) => `renderer, ${problem}`),
  ];
}

function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return place === '' ? 'card' : place.replace(/^\./, '');
}
