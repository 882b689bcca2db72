import { amountOf } from '../knowledge/project-fields';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { filterOf } from './filter-of';
import { amountFieldOf } from './money';
import type { AmountField, Question } from './question';
import type { Reading } from './reading';
import { saysWhichOne } from './saying';

/** "Quels projets coûtent plus que LiDAR HD ?": the figure of the project named is the bound; null when it has none, or when nothing is measured so. */
export function besideNamed(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const { named, operators } = reading;
  const [ids, ...more] = named;
  const project = knowledge.projectById.get(ids?.[0] ?? '');
  if (!project || more.length > 0 || !(operators.has('plural-subject') || saysWhichOne(reading))) return null;
  const said = reading.words.map(({ folded }) => folded).join(' ');
  const isMore =
    /\b(?:plus|davantage|mieux)(?: \w+){0,2} que\b|\b(?:more|dearer|bigger|larger|higher)(?: \w+){0,2} than\b/.test(
      said,
    );
  const isLess = /\bmoins(?: \w+){0,2} que\b|\b(?:less|cheaper|smaller|lower)(?: \w+){0,2} than\b/.test(said);
  const field = dearnessIn(reading) ?? amountFieldOf(reading);
  if (isMore === isLess || field === null) return null;
  const bound = amountOf(project, field);
  if (bound === null) return { kind: 'fact', project: project.id, field };
  const limits = filterOf(reading, knowledge);
  const condition = { field, min: isMore ? bound : null, max: isLess ? bound : null, includesBounds: false };
  const filter = { ...limits, amounts: [condition] };
  if (operators.has('count'))
    return { kind: 'aggregate', operation: 'count', field: null, filter, limit: 1, groupBy: null };
  return {
    kind: 'list',
    filter,
    sort: { field, direction: isMore ? 'descending' : 'ascending' },
    limit: null,
    found: [],
  };
}

/** "Plus cher que", "cheaper than": what it costs. */
export function dearnessIn({ words }: Reading): AmountField | null {
  return words.some(({ folded }) => DEAR.has(folded)) ? 'cost' : null;
}

const DEAR = new Set('cher chers chere cheres couteux couteuse expensive cheaper dearer cheap'.split(' '));
