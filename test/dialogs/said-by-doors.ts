import { shortName } from '../../dialogs/text/project-text';
import { shownSources, sourceLabel } from '../../dialogs/text/source-text';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { type Answer, LONGEST_LIST } from '../../src/core/model/answer';
import { projectName } from '../../src/core/model/project-name';
import type { Project } from '../../src/core/model/records';
import { ordinarySpaces } from '../plain-text';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The same words whatever door they come through: no markup, no escape, one kind of space. */
export const bare = (text: string): string =>
  ordinarySpaces(text)
    .replace(/<[^>]+>/gu, '\n')
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\\(?=[\\`*_[\]<>#|])/gu, '');

/** The sums of money in words that are bare, each once. */
export const amountsIn = (text: string): readonly string[] => [
  ...new Set(text.match(/€?\d+(?: \d{3})*(?:[,.]\d+)? (?:M€|Md€|million|billion)/gu) ?? []),
];

/** The projects and sources of an answer that words do not name though they must; the words are bare. */
export function unnamedIn(said: string, answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  const words = said.replace(/’/gu, "'");
  const names = namedBy(answer, knowledge).filter((project) =>
    [projectName(project), shortName(project)].every((name) => !words.includes(bare(name).replace(/’/gu, "'"))),
  );
  const sources = answer.why.isAsked ? [] : shownSources(answer);
  const labels = sources.map((source) => bare(sourceLabel(source, answer.locale)).replace(/’/gu, "'"));
  return [...names.map(({ id }) => id), ...labels.filter((name) => !words.includes(name))];
}

/** The projects that an answer must name: those of a list that are shown at once, those compared, the one told of. */
function namedBy(answer: Answer, knowledge: KnowledgeBase): readonly Project[] {
  if (answer.why.isAsked) return [];
  const ids =
    answer.kind === 'fact'
      ? [answer.project]
      : answer.kind === 'list'
        ? answer.projects.slice(0, LONGEST_LIST)
        : answer.kind === 'compare'
          ? answer.projects
          : [];
  return ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
}
