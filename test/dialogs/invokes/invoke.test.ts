import { TestAdapter, type InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { createInvokes, invokeHandler } from '../../../dialogs/invokes/invoke';

const greet = invokeHandler('greet', z.strictObject({ who: z.string() }), (_context, { who }) =>
  Promise.resolve({ said: `Bonjour ${who}` }),
);

async function invoke(name: string, value: unknown): Promise<InvokeResponse<unknown>> {
  const answers: InvokeResponse<unknown>[] = [];
  const invokes = createInvokes([greet]);
  const adapter = new TestAdapter(async (context) => {
    answers.push(await invokes(context));
  });
  await adapter.processActivity({ type: 'invoke', name, value });
  const [answer] = answers;
  if (answer === undefined) throw new Error('the invoke was not answered');
  return answer;
}

describe('an invoke', () => {
  it('is answered by the handler of its name', async () => {
    expect(await invoke('greet', { who: 'Ada' })).toEqual({ status: 200, body: { said: 'Bonjour Ada' } });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a key too many', { who: 'Ada', more: 1 }],
    ['another type', { who: 1 }],
    ['a list', []],
  ])('is refused with 400 when its value is %s', async (_what, value) => {
    expect(await invoke('greet', value)).toEqual({ status: 400 });
  });

  it.each(['other', 'constructor', '__proto__', ''])(
    'is refused with 501 when nobody knows its name: %p',
    async (name) => {
      expect(await invoke(name, {})).toEqual({ status: 501 });
    },
  );
});
