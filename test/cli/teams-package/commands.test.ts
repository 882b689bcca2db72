import { orderIn } from '../../../dialogs/guides/orders';
import { subscriptionOrderIn } from '../../../dialogs/subscriptions/subscription-orders';
import { respond } from '../../../src/core/respond';
import { EMPTY_MEMORY } from '../../../src/core/model/question';
import type { TeamsCommand } from '../../../src/messages/fr/teams-app';
import { teamsAppMessagesFor } from '../../../src/messages/messages-for';
import { realKnowledge } from '../../core/knowledge';

const knowledge = realKnowledge();
const french = teamsAppMessagesFor('fr');
const english = teamsAppMessagesFor('en');
const titles = (commands: readonly TeamsCommand[]): readonly string[] => commands.map(({ title }) => title);

/** What the assistant makes of a text: the guide that it starts, the subscriptions that it speaks of, or what it answers to. */
function understood(text: string, locale: 'fr' | 'en'): object {
  const order = orderIn(text, knowledge)?.order;
  if (order?.kind === 'start') return { guide: order.guide };
  const subscription = subscriptionOrderIn(text, knowledge)?.order;
  if (subscription) return { subscriptions: subscription.kind };
  const { answer } = respond({ text, locale }, EMPTY_MEMORY, knowledge);
  switch (answer.kind) {
    case 'list':
      // Without an order asked for, they stand by what the words weigh.
      return {
        kind: answer.kind,
        projects: answer.sort ? answer.projects : answer.projects.toSorted(),
        sort: answer.sort,
      };
    case 'fact':
      return { kind: answer.kind, project: answer.project, field: answer.field };
    case 'programme':
      return { kind: answer.kind, about: answer.facts.at(-1) };
    case 'smalltalk':
      return { kind: answer.kind, act: answer.act };
    default:
      return { kind: answer.kind };
  }
}

/** Which of the facts on the fund answers an English question best is judged with the other questions, in test/questions. */
function subjectOf(meant: object): object {
  return 'about' in meant ? { ...meant, about: 'fund' } : meant;
}

const EXPECTED: readonly object[] = [
  { kind: 'list', sort: null },
  { kind: 'fact', project: 'mentor', field: 'savings' },
  { kind: 'list', sort: { field: 'cost', direction: 'descending' } },
  { kind: 'programme', about: 'ftap-definition' },
  { guide: 'find' },
  { guide: 'compare' },
  { guide: 'note' },
  { subscriptions: 'list' },
  { guide: 'report' },
  { kind: 'smalltalk', act: 'help' },
];

describe('the commands that Teams suggests', () => {
  it.each(EXPECTED.map((expected, index) => [french.personalCommands[index]?.title ?? '', expected]))(
    'the assistant does what « %s » says',
    (title, expected) => {
      expect(understood(title, 'fr')).toMatchObject(expected);
    },
  );

  it('does the same for the English of each, said in whichever language one has', () => {
    expect(english.personalCommands).toHaveLength(EXPECTED.length);
    for (const [index, { title }] of english.personalCommands.entries()) {
      const same = subjectOf(understood(french.personalCommands[index]?.title ?? '', 'fr'));
      expect(subjectOf(understood(title, 'en'))).toEqual(same);
      expect(subjectOf(understood(title, 'fr'))).toEqual(same);
    }
  });

  it('suggests in a channel only what it suggests to one person, in both languages at the same places', () => {
    const places = (shared: readonly string[], all: readonly string[]): readonly number[] =>
      shared.map((title) => all.indexOf(title));
    const inFrench = places(titles(french.sharedCommands), titles(french.personalCommands));

    expect(inFrench).not.toContain(-1);
    expect(places(titles(english.sharedCommands), titles(english.personalCommands))).toEqual(inFrench);
  });
});
