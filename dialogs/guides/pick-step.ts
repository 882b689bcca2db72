import { projectName } from '../../src/core/model/project-name';
import { foldedText } from '../../src/core/language/fold';
import { shortNameOf } from '../text/project-text';
import { isWaySaid, nearest, shown } from './choice-step';
import { type Answers, type Asked, type Choice, type GuideTools, type Read, refused, type Step } from './guide';
import { projectsSaid, unknownNames } from './projects-said';
import { shortReplyIn } from './short-replies';

/** A step that picks projects by name or by what they do. */
export interface PickStep extends Pick<Step, 'name'> {
  /** One when left out; so is `most`. */
  readonly least?: number;
  readonly most?: number;
  readonly prompt: (picked: readonly string[], tools: GuideTools) => string;
  /** What ends the picking, once there are enough; left out when one project ends it by itself. */
  readonly done?: (tools: GuideTools) => string;
  /** What is pressed when no project is meant; left out when one must be. */
  readonly none?: (tools: GuideTools) => string;
  /** False when the step is not to be asked. */
  readonly isAsked?: (answers: Answers) => boolean;
}

/** Values of the buttons that are no project. No id of a project begins so. */
const DONE = '#done';
const NONE = '#none';

/** Picks from `least` to `most` projects, several at once or one after the other. */
export function pickStep({ name, least = 1, most = 1, prompt, done, none, isAsked }: PickStep): Step {
  return {
    name,
    ask: (answers, tools) => {
      if (isAsked?.(answers) === false) return null;
      const { projects } = tools.knowledge;
      const picked = answers[name] ?? [];
      return {
        prompt: prompt(namesOf(picked, tools), tools),
        input: 'project',
        choices: projects
          .filter(({ id }) => !picked.includes(id))
          .map((project) => ({ value: project.id, label: projectName(project) }))
          .sort(
            (a, b) =>
              Number(b.value === tools.subject) - Number(a.value === tools.subject) ||
              a.label.localeCompare(b.label, 'fr'),
          ),
        way: wayFrom(picked, tools),
        takesMore: done !== undefined,
      };
    },
    read: (said, asked, answers, tools) => {
      const picked = answers[name] ?? [];
      const way = wayTaken(said, asked, picked);
      if (way !== null) return chosen(way, asked, picked, tools);
      if (shortReplyIn(said) === 'all') return refused(tools.messages.pick.notAll(most));
      const found = projectsSaid(said, tools);
      if (found.kind === 'none') return { kind: 'retry', sentence: notAProject(said, asked, tools) };
      if (TAKES_AWAY.test(foldedText(said)) && found.projects.every((id) => picked.includes(id)))
        return { kind: 'answer', values: picked.filter((id) => !found.projects.includes(id)), isOpen: true };
      // Of two that fit, the one that is chosen already is not meant again.
      const fresh = found.projects.filter((id) => !picked.includes(id));
      if (found.kind === 'several' && fresh.length !== 1)
        return refused(tools.messages.pick.severalFit(namesOf(found.projects, tools)));
      const read = added(found.kind === 'several' ? fresh : found.projects, picked, tools);
      const [unknown] = unknownNames(said, tools.knowledge);
      return read.kind === 'retry' || read.remark !== undefined || unknown === undefined
        ? read
        : { ...read, remark: notAProject(unknown, asked, tools) };
    },
    choose: (value, asked, answers, tools) => chosen(value, asked, answers[name] ?? [], tools),
  };

  function wayFrom(picked: readonly string[], tools: GuideTools): Choice | null {
    if (done && picked.length >= least) return { value: DONE, label: done(tools) };
    return none ? { value: NONE, label: none(tools) } : null;
  }

  /** What ends the picking: the label of its button, or "c'est tout", "non", "ok" once something is chosen. */
  function wayTaken(said: string, asked: Asked, picked: readonly string[]): string | null {
    if (asked.way !== null && isWaySaid(said, asked)) return asked.way.value;
    const reply = shortReplyIn(said);
    if (done && (reply === 'enough' || (picked.length > 0 && (reply === 'yes' || reply === 'no')))) return DONE;
    return none && (reply === 'no' || reply === 'all' || reply === 'unsure') ? NONE : null;
  }

  function chosen(value: string, asked: Asked, picked: readonly string[], tools: GuideTools): Read {
    const { messages, knowledge } = tools;
    if (value === DONE)
      return picked.length < least ? refused(messages.pick.notEnough(least)) : { kind: 'answer', values: picked };
    if (value === NONE && none) return { kind: 'answer', values: [] };
    if (value.trim() === '') return refused(messages.nothingChosen);
    return knowledge.projectById.has(value) ? added([value], picked, tools) : refused(notAProject(value, asked, tools));
  }

  function added(projects: readonly string[], picked: readonly string[], tools: GuideTools): Read {
    const { pick } = tools.messages;
    const fresh = projects.filter((id) => !picked.includes(id));
    const [first] = projects;
    if (fresh.length === 0 && first !== undefined)
      return refused(pick.alreadyChosen(shortNameOf(first, tools.knowledge)));
    if (most === 1 && fresh.length > 1) return refused(pick.severalFit(namesOf(fresh, tools)));
    const all = [...picked, ...fresh];
    const left = namesOf(all.slice(most), tools);
    return {
      kind: 'answer',
      values: all.slice(0, most),
      isOpen: done !== undefined,
      ...(left.length === 0 ? {} : { remark: pick.tooMany(most, left) }),
    };
  }
}

/** "Enlève Mentor" */
const TAKES_AWAY = /^(?:enleve[rz]?|retire[rz]?|supprime[rz]?|ote[rz]?|sans|pas|remove|delete|drop|without|not) /u;

/** No project is called or described so; those with the nearest names. */
function notAProject(said: string, { choices }: Asked, tools: GuideTools): string {
  const near = nearest(said, choices).map(({ value }) => value);
  return tools.messages.pick.notAProject(shown(said), namesOf(near, tools));
}

function namesOf(projects: readonly string[], { knowledge }: GuideTools): readonly string[] {
  return projects.map((id) => shortNameOf(id, knowledge));
}
