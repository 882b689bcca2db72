import { withoutCount } from './choice-step';
import type { Guide, GuideTools } from './guide';
import type { Progress } from './play';
import { shortName } from '../text/project-text';
import { ANY } from './sets';

/** What was answered so far, in the words of the buttons: "Votre choix : D'un thème › Logement". Empty when that is nothing. */
export function chosenSoFar(guide: Guide, { answers, open }: Progress, tools: GuideTools): string {
  const labels = guide.steps.flatMap(({ name, ask }, at) => {
    const values = name === open ? [] : (answers[name] ?? []);
    const before = new Set(guide.steps.slice(0, at).map((step) => step.name));
    const asked = ask(Object.fromEntries(Object.entries(answers).filter(([step]) => before.has(step))), tools);
    // A text is the person's own: it need not be read again by those around.
    if (asked === null || asked.input === 'text' || values.length === 0) return [];
    const choices = [...asked.choices, ...(asked.way === null ? [] : [asked.way])];
    return values
      .map((value) => withoutCount(choices.find((choice) => choice.value === value)?.label ?? nameOf(value, tools)))
      .join(', ');
  });
  return labels.length === 0 ? '' : tools.messages.chosen(labels);
}

/** What was typed in the place of a choice: its id, behind its kind where it has one. */
function nameOf(value: string, { knowledge, locale, messages }: GuideTools): string {
  if (value === ANY) return messages.anyOf;
  const id = value.slice(value.indexOf(':') + 1);
  const project = knowledge.projectById.get(id);
  if (project !== undefined) return shortName(project);
  const named = knowledge.organisationById.get(id) ?? knowledge.territoryById.get(id);
  return (named?.name ?? knowledge.themeById.get(id)?.label)?.[locale] ?? id;
}
