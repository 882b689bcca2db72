import { type Intent, INTENTS, isAct, isRefusal, type LikelyDecision, REFERENCES } from './decision';
import { type Judgement, ranked } from './classifier';
import { type Field, FIELDS } from './question';

/** Decisions less likely than this share of the likeliest are not tried. */
const WORTH_TRYING = 0.02;
const MOST_INTENTS = 6;
const MOST_REFERENCES = 4;
/** A field at least this likely is asked; where one must be, the likeliest is from the second bound on. */
const ASKED = 0.5;
const ASKED_ALONE = 0.25;

/** The few likeliest decisions on a message, the likeliest first. */
export function likelyDecisions(judgement: Judgement): readonly LikelyDecision[] {
  const intents = worthTrying(ranked(INTENTS, judgement, 'intent').slice(0, MOST_INTENTS));
  const references = worthTrying(ranked(REFERENCES, judgement, 'reference').slice(0, MOST_REFERENCES));
  return intents
    .flatMap(([intent, ofIntent]) => {
      const { fields, probability } = fieldsOf(intent, judgement);
      if (!hasReference(intent))
        return references.slice(0, 1).map(([reference]) => ({ intent, reference, fields, probability: ofIntent }));
      return references.map(([reference, ofReference]) => ({
        intent,
        reference,
        fields,
        probability: ofIntent * ofReference * probability,
      }));
    })
    .sort((a, b) => b.probability - a.probability);
}

function worthTrying<Name>(sorted: readonly (readonly [Name, number])[]): readonly (readonly [Name, number])[] {
  const least = (sorted[0]?.[1] ?? 0) * WORTH_TRYING;
  return sorted.filter(([, probability]) => probability >= least);
}

function hasReference(intent: Intent): boolean {
  return !isAct(intent) && !isRefusal(intent);
}

/** Fields are asked each for itself; a fact is asked by one at least. */
function fieldsOf(intent: Intent, judgement: Judgement): { readonly fields: readonly Field[]; readonly probability: number } {
  if (!hasReference(intent) || intent === 'programme') return { fields: [], probability: 1 };
  const sorted = ranked(FIELDS, judgement, 'field');
  const asked = sorted.filter(([, probability]) => probability >= ASKED);
  const [best] = sorted;
  const chosen = asked.length > 0 ? asked : intent === 'fact' && best !== undefined && best[1] >= ASKED_ALONE ? [best] : [];
  const product = chosen.length === 0 ? 1 - (best?.[1] ?? 0) : Math.min(...chosen.map(([, probability]) => probability));
  return { fields: chosen.map(([field]) => field), probability: product };
}
