import { respond } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/understanding/question';
import { readQuestion } from '../../src/core/understanding/reading';
import { projectName, shortName } from '../text/project-text';
import { shown } from './choice-step';
import type { Answers, Asked, Choice, GuideTools, Read, Step } from './guide';

/** A step that picks projects by name or by what they do. */
export interface PickStep {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly prompt: (picked: readonly string[], answers: Answers, tools: GuideTools) => string;
  /** What ends the picking, once there are enough; null when one project ends it by itself. */
  readonly done: ((tools: GuideTools) => string) | null;
  /** What is pressed when no project is meant; null when one must be. */
  readonly none?: (tools: GuideTools) => string;
  /** False when the step is not to be asked. */
  readonly isAsked?: (answers: Answers) => boolean;
}

/** Values of the buttons that are no project. No id of a project begins so. */
const DONE = '#done';
const NONE = '#none';

/** Picks from `least` to `most` projects, several at once or one after the other. */
export function pickStep(pick: PickStep): Step {
  return {
    name: pick.name,
    ask: (answers, tools) => (pick.isAsked?.(answers) === false ? null : askedOf(pick, answers, tools)),
    read: (said, asked, answers, tools) => {
      if (asked.way !== null && said.trim().toLowerCase() === asked.way.label.toLowerCase())
        return chosen(pick, asked.way.value, answers, tools);
      const found = projectsSaid(said, tools);
      if (found.kind === 'none') return retry(tools.messages.pick.notAProject(shown(said)));
      if (found.kind === 'several')
        return retry(tools.messages.pick.severalFit(found.projects.map((id) => nameIn(id, tools))));
      return added(pick, found.projects, answers, tools);
    },
    choose: (value, _asked, answers, tools) => chosen(pick, value, answers, tools),
  };
}

function askedOf(pick: PickStep, answers: Answers, tools: GuideTools): Asked {
  const picked = answers[pick.name] ?? [];
  const way: Choice | null =
    pick.done !== null && picked.length >= pick.least && picked.length > 0
      ? { value: DONE, label: pick.done(tools) }
      : pick.none !== undefined
        ? { value: NONE, label: pick.none(tools) }
        : null;
  return {
    prompt: pick.prompt(
      picked.map((id) => nameIn(id, tools)),
      answers,
      tools,
    ),
    input: 'project',
    choices: tools.knowledge.projects
      .filter(({ id }) => !picked.includes(id))
      .map((project) => ({ value: project.id, label: projectName(project) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'fr')),
    way,
  };
}

function chosen(pick: PickStep, value: string, answers: Answers, tools: GuideTools): Read {
  const picked = answers[pick.name] ?? [];
  if (value === DONE)
    return picked.length < pick.least
      ? retry(tools.messages.pick.notEnough(pick.least))
      : { kind: 'answer', values: picked, isOpen: false };
  if (value === NONE && pick.none !== undefined) return { kind: 'answer', values: [], isOpen: false };
  return tools.knowledge.projectById.has(value)
    ? added(pick, [value], answers, tools)
    : retry(tools.messages.pick.notAProject(shown(value)));
}

function added(pick: PickStep, projects: readonly string[], answers: Answers, tools: GuideTools): Read {
  const picked = answers[pick.name] ?? [];
  const fresh = projects.filter((id) => !picked.includes(id));
  const [first] = projects;
  if (fresh.length === 0 && first !== undefined) return retry(tools.messages.pick.alreadyChosen(nameIn(first, tools)));
  const values = [...picked, ...fresh].slice(0, pick.most);
  const left = [...picked, ...fresh].slice(pick.most);
  if (left.length > 0) {
    const names = left.map((id) => nameIn(id, tools));
    return {
      kind: 'answer',
      values,
      isOpen: pick.done !== null,
      remark: tools.messages.pick.tooMany(pick.most, names),
    };
  }
  return { kind: 'answer', values, isOpen: pick.done !== null };
}

/** The projects that words name, or those that the brain finds for them. */
function projectsSaid(
  said: string,
  { knowledge, locale }: GuideTools,
): { readonly kind: 'found' | 'several'; readonly projects: readonly string[] } | { readonly kind: 'none' } {
  const reading = readQuestion(said, knowledge);
  const ambiguous = reading.named.find((ids) => ids.length > 1);
  if (ambiguous) return { kind: 'several', projects: ambiguous };
  const named = reading.named.flatMap(([id]) => id ?? []);
  if (named.length > 0) return { kind: 'found', projects: [...new Set(named)] };
  const { answer } = respond({ text: said, locale }, EMPTY_MEMORY, knowledge);
  switch (answer.kind) {
    case 'fact':
      return { kind: 'found', projects: [answer.project] };
    case 'list':
    case 'clarify': {
      const projects = answer.kind === 'list' ? answer.projects : answer.candidates;
      if (projects.length === 0 || projects.length > MOST_NAMED) return { kind: 'none' };
      return { kind: projects.length === 1 ? 'found' : 'several', projects };
    }
    case 'compare':
      return { kind: 'found', projects: answer.projects };
    case 'aggregate':
    case 'programme':
    case 'smalltalk':
    case 'unknown':
      return { kind: 'none' };
  }
}

/** More names than this tell nobody which one to choose. */
const MOST_NAMED = 6;

function nameIn(id: string, { knowledge }: GuideTools): string {
  const project = knowledge.projectById.get(id);
  return project ? shortName(project) : id;
}

function retry(sentence: string): Read {
  return { kind: 'retry', sentence };
}
