import type { Reading } from './reading';
import { isOneProjectMeant } from './set-question';

/** The weather, a match, a poem: asked of every assistant, and of no project, whatever words the data shares with it. */
export function isOffTopic(reading: Reading): boolean {
  const { operators, named } = reading;
  if (operators.has('beyond') || isOtherProgramme(reading)) return true;
  const speaksOfProjects = operators.has('plural-subject') || isOneProjectMeant(reading);
  return operators.has('off-topic') && named.length === 0 && !speaksOfProjects;
}

/** "Le programme 723": a number of the budget that is not the fund's. */
function isOtherProgramme({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      /^\d{3}$/.test(folded) && folded !== FUND_PROGRAMME && words[index - 1]?.folded === 'programme',
  );
}

/** The fund's line in the State's budget. */
const FUND_PROGRAMME = '349';
