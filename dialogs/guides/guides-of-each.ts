import type { ConversationState, StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { z } from 'zod';
import { placeOf } from '../teams/place';

/** The guides under way in a conversation of several people, the one that went on last at the end. */
const peopleSchema = z.array(
  z.strictObject({
    person: z.string(),
    guides: z.strictObject({ dialogStack: z.array(z.looseObject({ id: z.string(), state: z.unknown() })) }),
  }),
);

type People = z.infer<typeof peopleSchema>;

/** More people than ever walk through a guide at a time; the one who left theirs first begins again. */
const MOST_PEOPLE = 30;

const PEOPLE = Symbol('guides of the people of a conversation');

/**
 * Where the SDK keeps guides: one for each person. A group shares what was asked and shown ("et son coût ?" is about the
 * answer that all have read), but what one answers to a guide must not be taken for the reply of another.
 */
export function guidesOfEach(conversationState: ConversationState): StatePropertyAccessor<DialogState> {
  const alone = conversationState.createProperty<DialogState>('dialogs');
  const shared = conversationState.createProperty<unknown>('guides');

  return {
    get: async (context: TurnContext): Promise<DialogState> => {
      if (placeOf(context.activity) === 'personal') return alone.get(context, { dialogStack: [] });
      const { id } = context.activity.from;
      const people = peopleIn(context) ?? withPerson(await shared.get(context), id);
      // The SDK changes what it is given, and the list is what is saved.
      context.turnState.set(PEOPLE, people);
      await shared.set(context, people);
      return people.find(({ person }) => person === id)?.guides ?? { dialogStack: [] };
    },
    set: (context, value) => (placeOf(context.activity) === 'personal' ? alone.set(context, value) : refuseChange()),
    delete: (context) => (placeOf(context.activity) === 'personal' ? alone.delete(context) : refuseChange()),
  };
}

/** True when this walk of a guide is under way, but is somebody else's. */
export function isWalkOfAnother(context: TurnContext, walk: { readonly guide: string; readonly run: number }): boolean {
  const { id } = context.activity.from;
  return (peopleIn(context) ?? []).some(
    ({ person, guides }) =>
      person !== id &&
      guides.dialogStack.some(
        (dialog) =>
          dialog.id === walk.guide && z.looseObject({ run: z.literal(walk.run) }).safeParse(dialog.state).success,
      ),
  );
}

function peopleIn(context: TurnContext): People | undefined {
  return context.turnState.get<People | undefined>(PEOPLE);
}

/** Those who are in a guide, and this person; a list of another version of the program is as good as none. */
function withPerson(stored: unknown, id: string): People {
  const people = peopleSchema.safeParse(stored).data ?? [];
  const own = people.find(({ person }) => person === id) ?? { person: id, guides: { dialogStack: [] } };
  const others = people.filter(({ person, guides }) => person !== id && guides.dialogStack.length > 0);
  return [...others.slice(1 - MOST_PEOPLE), own];
}

function refuseChange(): never {
  throw new Error('the guides of a group are changed in place: the SDK only reads them');
}
