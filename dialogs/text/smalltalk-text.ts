import type { SmalltalkAnswer } from '../../src/core/model/answer';
import { latestDate } from '../../src/core/model/project-fields';
import { smalltalkMessagesFor } from '../../src/messages/messages-for';
import type { SourcesTold } from '../../src/messages/fr/smalltalk';
import type { Operator } from '../operator';
import type { Voice } from './voice';

/** The sentence for what a person says to the assistant; the answer before comes after it where it is asked for. */
export function smalltalkText({ act, again }: SmalltalkAnswer, operator: Operator, voice: Voice): string {
  const messages = smalltalkMessagesFor(voice.locale);
  switch (act) {
    case 'identity':
      return messages.identity(operator.name);
    case 'sources-freshness':
      return messages.sources(baseTold(voice));
    case 'human':
      return messages.human(operator.contact, operator.kept !== null);
    case 'privacy':
      return messages.privacy(operator.kept);
    case 'challenge':
    case 'repeat':
    case 'language':
      return messages[act](again !== null);
    default:
      return messages.said[act];
  }
}

/** How much the base holds, and how new its newest source is: counted, so that no sentence has to be kept up to date. */
function baseTold({ messages, knowledge: { projects, facts } }: Voice): SourcesTold {
  const sources = [...projects, ...facts].flatMap((record) => record.sources);
  const newest = latestDate(sources);
  return {
    projects: projects.length,
    facts: facts.length,
    sources: new Set(sources.map(({ name }) => name)).size,
    newest: newest === null ? null : messages.date(newest),
  };
}
