import { computes } from './aggregate-question';
import type { SmalltalkAct } from './question';
import type { Reading } from './reading';

/** What counts when several are said at once: "Bonjour, pouvez-vous m'aider ?" asks for help. */
const BY_WEIGHT: readonly SmalltalkAct[] = ['help', 'identity', 'cancel', 'goodbye', 'thanks', 'greeting'];

/** "De l'aide, vite" */
const MOST_BESIDE_HELP = 4;

/** "aide", "aidé", "help" and no more telling words of asking for help. */
function isBareHelp({ spans }: Reading): boolean {
  return spans.every(
    ({ start, end, tags }) => end - start === 1 || !tags.some((tag) => tag.kind === 'smalltalk' && tag.id === 'help'),
  );
}

/** "Salut l'assistant, tu vas bien ?" holds one more word. */
const SMALL_WORDS = 2;

/** Small talk only when nothing else is said: "Bonjour, qui porte Mentor ?" is a question. */
export function smalltalkOf(reading: Reading): SmalltalkAct | null {
  // "Merci pour votre aide": in a longer sentence the bare word is no call for help.
  const isHelpSaid = !isBareHelp(reading) || reading.words.length <= MOST_BESIDE_HELP;
  const act = BY_WEIGHT.find(
    (candidate) => reading.smalltalk.includes(candidate) && (candidate !== 'help' || isHelpSaid),
  );
  if (act === undefined) return null;
  const hasSubject = reading.spans.some(({ tags }) =>
    tags.some(
      ({ kind }) =>
        kind === 'project' ||
        kind === 'theme' ||
        kind === 'organisation' ||
        kind === 'territory' ||
        kind === 'beneficiary' ||
        kind === 'fund' ||
        kind === 'call',
    ),
  );
  if (hasSubject) return null;
  const asks = reading.fields.length > 0 || computes(reading) || reading.operators.has('compare');
  // "La plus grosse aide", "le total de ses aides" are money.
  if (asks && (computes(reading) || (act !== 'help' && act !== 'identity'))) return null;
  const isCourtesy = act === 'greeting' || act === 'thanks' || act === 'goodbye';
  const isAskedInWords = act === 'help' && !isBareHelp(reading);
  return reading.leftoverStems.length <=
    ((isCourtesy || isAskedInWords) && reading.fields.length === 0 && reading.words.length <= 10 ? SMALL_WORDS : 0)
    ? act
    : null;
}
