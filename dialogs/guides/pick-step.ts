import { projectName, shortNameOf } from '../text/project-text';
import { choiceSaid, nearest, shown } from './choice-step';
import type { Answers, Asked, Choice, GuideTools, Read, Step } from './guide';
import { projectsSaid, unknownNames } from './projects-said';
import { foldedWords, shortReplyIn } from './short-replies';

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
      const way = wayTaken(pick, said, asked, answers);
      if (way !== null) return chosen(pick, way, asked, answers, tools);
      if (shortReplyIn(said) === 'all') return refused(tools.messages.pick.notAll(pick.most));
      const found = projectsSaid(said, tools);
      const picked = answers[pick.name] ?? [];
      if (found.kind === 'none') return { kind: 'retry', sentence: notAProject(said, asked, tools) };
      if (TAKES_AWAY.test(foldedWords(said)) && found.projects.every((id) => picked.includes(id)))
        return { kind: 'answer', values: picked.filter((id) => !found.projects.includes(id)), isOpen: true };
      // Of two that fit, the one that is chosen already is not meant again.
      const fresh = found.projects.filter((id) => !picked.includes(id));
      if (found.kind === 'several' && fresh.length !== 1)
        return refused(tools.messages.pick.severalFit(found.projects.map((id) => shortNameOf(id, tools.knowledge))));
      const read = added(pick, found.kind === 'several' ? fresh : found.projects, answers, tools);
      const [unknown] = unknownNames(said, tools.knowledge);
      return read.kind === 'retry' || read.remark !== undefined || unknown === undefined
        ? read
        : { ...read, remark: notAProject(unknown, asked, tools) };
    },
    choose: (value, asked, answers, tools) => chosen(pick, value, asked, answers, tools),
  };
}

/** "Enlève Mentor" */
const TAKES_AWAY = /^(?:enleve[rz]?|retire[rz]?|supprime[rz]?|ote[rz]?|sans|pas|remove|delete|drop|without|not) /u;

/** What ends the picking: the label of its button, or "c'est tout", "non", "ok" once something is chosen. */
function wayTaken(pick: PickStep, said: string, { way }: Asked, answers: Answers): string | null {
  if (way !== null && choiceSaid(said, { choices: [], way }) !== null) return way.value;
  const reply = shortReplyIn(said);
  if (reply === null) return null;
  const isPicking = (answers[pick.name] ?? []).length > 0;
  if (pick.done !== null && (reply === 'enough' || (isPicking && (reply === 'yes' || reply === 'no')))) return DONE;
  return pick.none !== undefined && (reply === 'no' || reply === 'all' || reply === 'unsure') ? NONE : null;
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
      picked.map((id) => shortNameOf(id, tools.knowledge)),
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

function chosen(pick: PickStep, value: string, asked: Asked, answers: Answers, tools: GuideTools): Read {
  const picked = answers[pick.name] ?? [];
  if (value === DONE)
    return picked.length < pick.least
      ? refused(tools.messages.pick.notEnough(pick.least))
      : { kind: 'answer', values: picked, isOpen: false };
  if (value === NONE && pick.none !== undefined) return { kind: 'answer', values: [], isOpen: false };
  if (value.trim() === '') return refused(tools.messages.nothingChosen);
  return tools.knowledge.projectById.has(value)
    ? added(pick, [value], answers, tools)
    : refused(notAProject(value, asked, tools));
}

function added(pick: PickStep, projects: readonly string[], answers: Answers, tools: GuideTools): Read {
  const picked = answers[pick.name] ?? [];
  const fresh = projects.filter((id) => !picked.includes(id));
  const [first] = projects;
  if (fresh.length === 0 && first !== undefined)
    return refused(tools.messages.pick.alreadyChosen(shortNameOf(first, tools.knowledge)));
  if (pick.most === 1 && fresh.length > 1)
    return refused(tools.messages.pick.severalFit(fresh.map((id) => shortNameOf(id, tools.knowledge))));
  const all = [...picked, ...fresh];
  const left = all.slice(pick.most).map((id) => shortNameOf(id, tools.knowledge));
  return {
    kind: 'answer',
    values: all.slice(0, pick.most),
    isOpen: pick.done !== null,
    ...(left.length === 0 ? {} : { remark: tools.messages.pick.tooMany(pick.most, left) }),
  };
}

/** No project is called or described so; those with the nearest names. */
function notAProject(said: string, { choices }: Asked, tools: GuideTools): string {
  return tools.messages.pick.notAProject(
    shown(said),
    nearest(said, choices).map(({ value }) => shortNameOf(value, tools.knowledge)),
  );
}

/** Understood, and not taken. */
function refused(sentence: string): Read {
  return { kind: 'retry', sentence, isRead: true };
}
