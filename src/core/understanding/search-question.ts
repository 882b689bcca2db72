import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { amountFieldOf } from './money';
import type { Question } from './question';
import { EMPTY_FILTER } from './question';
import { bestAlone, isSubjectStem } from './ranking';
import type { Reading } from './reading';
import { MOST_CANDIDATES, NEAR_BEST, SEARCH } from './thresholds';

/** A question whose words no filter explains: the projects that share them. Null when they explain too little of it. */
export function questionOnSearch(
  reading: Reading,
  knowledge: KnowledgeBase,
): { readonly question: Question; readonly coverage: number } | null {
  const hits = knowledge.projectIndex.search(reading.contentStems.filter((stem) => isSubjectStem(reading, stem)));
  const [best] = hits;
  if (!best || best.coverage < SEARCH) return null;
  const alone = bestAlone(hits);
  const near = hits.filter(
    ({ score, coverage }) => score >= best.score * NEAR_BEST && coverage >= best.coverage * NEAR_BEST,
  );
  const found = alone ? [alone.id] : near.slice(0, MOST_CANDIDATES).map(({ id }) => id);
  const field = amountFieldOf(reading) ?? reading.fields.find((asked) => asked !== 'summary') ?? null;
  if (field && alone) return { question: { kind: 'fact', project: alone.id, field }, coverage: best.coverage };
  if (field && found.length > 1)
    return { question: { kind: 'clarify', candidates: found, field }, coverage: best.coverage };
  return {
    question: { kind: 'list', filter: { ...EMPTY_FILTER, among: found }, sort: null, limit: null, found },
    coverage: best.coverage,
  };
}
