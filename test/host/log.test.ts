import { createLog, describeError } from '../../src/host/log';
import { until } from './until';

describe('the log', () => {
  it('tells what comes again and again once, then by its number, and what comes from elsewhere at once', async () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', json: true, saidAgainMs: 20 }, (line) => lines.push(line));
    const refuse = (word: string): void => log.error('a request failed', new Error(word), { code: 'NotReady' });

    for (let time = 0; time < 1_000; time += 1) refuse(`the disk is full (${time})`);
    log.error('a request failed', new Error('of another place'), { code: 'NotReady' });
    log.warn('refused', { person: 1 });
    log.warn('refused', { person: 2 });

    expect(lines).toHaveLength(4);
    await until(() => lines.length > 4);
    expect(JSON.parse(lines[4] ?? '')).toMatchObject({ msg: 'a request failed', code: 'NotReady', times: 999 });
    refuse('once more');
    expect(lines).toHaveLength(6);
  });

  it('writes JSON lines in production', () => {
    const lines = linesOf(true, (log) => {
      log.info('listening', { port: 3978 });
    });

    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', msg: 'listening', port: 3978 });
  });

  it('writes one readable line otherwise', () => {
    const lines = linesOf(false, (log) => {
      log.info('listening', { port: 3978 });
    });

    expect(lines).toEqual([expect.stringMatching(/^\d{4}-\S+Z INFO {2}listening port=3978\n$/u)]);
  });

  it('stays silent below its level', () => {
    expect(
      linesOf(true, (log) => {
        log.debug('request');
      }),
    ).toEqual([]);
  });

  it('tells no error where the facts say all', () => {
    const lines = linesOf(true, (log) => {
      log.error('the data are refused', undefined, { problems: 'calls.json' });
    });

    const told: unknown = JSON.parse(lines[0] ?? '');
    expect(told).toMatchObject({ level: 'error', problems: 'calls.json' });
    expect(told).not.toHaveProperty('error');
  });

  it('tells an error with its code and its cause', () => {
    const error = Object.assign(new Error('cannot read', { cause: new Error('disk full') }), { code: 'EIO' });

    expect(describeError(error)).toMatchObject({
      name: 'Error',
      code: 'EIO',
      message: 'cannot read',
      cause: { message: 'disk full' },
    });
  });

  it.each([
    'dl_4f2a-user',
    'Bearer abc.def',
    'eyJhbGciOiJIUzI1NiJ9.eyJjb252IjoiMSJ9.c2lnbmF0dXJl',
    'wss://x/stream?watermark=1&t=secret-token',
  ])('takes %s out of an error', (personal) => {
    const told = JSON.stringify(describeError(new Error(`failed for ${personal} here`)));

    expect(told).toContain('[removed]');
    expect(told).not.toMatch(/4f2a|abc\.def|eyJhbGci|secret-token/u);
  });
});

function linesOf(json: boolean, act: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = [];
  act(createLog({ level: 'info', json }, (line) => lines.push(line)));
  return lines;
}
