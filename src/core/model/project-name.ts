import { lettersOf } from '../language/fold';
import type { Project } from './records';

/** The name to show: "Mentor (Plateforme interministérielle de formation des agents)" for a title that its users never say; a common noun ("chatbot") is no name. */
export function projectName({ name, otherNames }: Project): string {
  const [title = name] = name.split(/ [—–] /);
  const [known] = otherNames;
  const isName = known !== undefined && known.length <= 20 && /\p{Lu}/u.test(known);
  if (!isName || lettersOf(title).includes(lettersOf(known))) return title;
  return title.length > 40 ? `${known} (${title})` : `${title} (${known})`;
}

/** With what the title says of itself: "CFVR (ciblage de la fraude et valorisation des requêtes)". */
export function wholeName(project: Project): string {
  const [, gloss] = project.name.split(/ [—–] /);
  const name = projectName(project);
  return gloss === undefined || name.endsWith(')') ? name : `${name} (${gloss})`;
}
