import { PassThrough } from 'node:stream';
import { z } from 'zod';
import { ask } from '../../src/cli/ask';
import { askedSchema } from '../../src/host/api/answer-schema';
import { anyNumber, textWith } from '../matchers';
import { ordinarySpaces } from '../plain-text';
import { runCommand } from './run-command';

/** Runs the command and gives what it wrote and its exit status. */
function run(args: readonly string[], input = ''): ReturnType<typeof runCommand> {
  const stdin = new PassThrough();
  stdin.end(input);
  return runCommand(() => ask(args, stdin));
}

/** With these variables of the environment for a while. */
async function withVariables(
  variables: Readonly<Record<string, string>>,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    await meanwhile();
  } finally {
    process.env = before;
  }
}

describe('ask --jsonl', () => {
  it('answers one conversation a line, in order, one answer a turn', async () => {
    const input = [
      { id: 'a', locale: 'fr', turns: ['Parle-moi de Mentor.', 'et son coût total ?'] },
      { id: 'b', locale: 'fr', turns: ['How many projects have a known figure for expected savings?'] },
      { id: 'c', locale: 'fr', turns: ['Coût des projets de l’IGN'] },
    ].map((line) => JSON.stringify(line));
    const { status, out } = await run(['--jsonl'], `${input.join('\n')}\n\n`);

    const lines = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      {
        id: 'a',
        answers: [
          { kind: 'fact', field: 'summary', projects: ['mentor'], facts: [], value: null, unit: null },
          { kind: 'fact', field: 'cost', projects: ['mentor'], value: null, unit: 'MEUR' },
        ],
      },
      {
        id: 'b',
        answers: [
          {
            kind: 'aggregate',
            value: 7,
            unit: 'projects',
            text: textWith('7 projects'),
            ms: anyNumber(),
          },
        ],
      },
      { id: 'c', answers: [{ kind: 'list', field: 'cost', projects: ['lidar-hd', 'geoplateforme'] }] },
    ]);
  });

  it.each([
    ['{"id": 1}', 'ligne 1 : champs inconnus ou mal remplis : id, locale, turns ('],
    ['not json', 'ligne 1 : ce n’est pas du JSON ('],
    ['{"id":"a","locale":"de","turns":["x"]}', 'mal remplis : locale ('],
    ['{"id":"a","locale":"fr","turns":["x"],"extra":1}', 'mal remplis : extra ('],
  ])('stops at a line that is no conversation, and says why: %s', async (line, reason) => {
    const { status, err } = await run(['--jsonl'], line);

    expect(status).toBe(2);
    expect(err).toContain(reason);
  });
});

describe('ask "…"', () => {
  it('prints what the person would read, with sources and next questions', async () => {
    const { status, out } = await run(['economie geoplateforme']);

    expect(status).toBe(0);
    expect(out).toContain('3,6\u00a0M€ sur 4\u00a0ans');
    expect(out).toContain('La Gazette des communes, 12/11/2018');
    expect(out).toContain('→ Géoplateforme');
    expect(out).not.toContain('Comment la question');
  });

  it('says who runs the assistant as the settings do, and stops at a bad one', async () => {
    await withVariables({ OPERATOR_NAME: 'Direction du numérique' }, async () => {
      expect((await run(['Qui es-tu ?'])).out).toContain('Direction du numérique');
    });
    await withVariables({ CONTACT_ADDRESS: 'nobody' }, async () => {
      const { status, err } = await run(['Qui es-tu ?']);
      expect(status).toBe(2);
      expect(ordinarySpaces(err)).toContain('CONTACT_ADDRESS : « nobody » ne convient pas');
    });
  });

  it('proposes nothing that nobody obeys there', async () => {
    expect((await run(['au revoir'])).out).not.toContain('→');
  });

  it('adds with --why how the question was understood', async () => {
    expect((await run(['economie geoplatforme', '--why'])).out.replace(/\u00a0/g, ' ')).toContain(
      '« geoplatforme » corrigé en « geoplateforme »',
    );
  });

  it.each([
    ['fr', 'porteur : '],
    ['en', 'lead body: '],
  ])('answers what is said in no language in the one of --locale %s', async (locale, words) => {
    const { status, out } = await run(['Mentor', '--locale', locale]);

    expect(status).toBe(0);
    expect(out.replace(/\u00a0/g, ' ')).toContain(words);
  });

  it.each([[['--wat']], [['x', '--jsonl']], [['x', '--locale', 'de']], [['x', '--locale']]])(
    'explains itself when called with %j',
    async (args) => {
      const { status, err } = await run(args);

      expect(status).toBe(2);
      expect(err).toContain('Usage');
    },
  );

  it('gives each answer as data with --json, one line each, the second with the first in mind', async () => {
    const { status, out } = await run(['Parle-moi de Mentor.', 'et son financement ?', '--json']);

    const lines = out
      .trim()
      .split('\n')
      .map((line) => askedSchema.parse(JSON.parse(line)));
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { asked: 'Parle-moi de Mentor.', answer: { kind: 'fact', project: 'mentor' } },
      { answer: { field: 'funding', valueMEUR: 5.4 }, figures: [{ value: 5.4, unit: 'MEUR' }] },
    ]);
  });

  it('gives conversations as the same data with --jsonl --json', async () => {
    const line = JSON.stringify({ id: 'a', locale: 'fr', turns: ['financement de Mentor'] });
    const { out } = await run(['--jsonl', '--json'], line);

    const { id, answers } = z.strictObject({ id: z.string(), answers: z.array(askedSchema) }).parse(JSON.parse(out));
    expect([id, answers[0]?.figures[0]?.value]).toEqual(['a', 5.4]);
  });
});

describe('ask without a question', () => {
  it('goes on from line to line, with what was said in mind, until the input ends', async () => {
    const { status, out, err } = await run([], 'Quel financement pour Mentor ?\n\net pour PILAT ?\n');

    expect([status, err]).toEqual([0, '']);
    const text = out.replace(/\u00a0/g, ' ');
    expect(text.indexOf('5,4 M€')).toBeGreaterThan(-1);
    expect(text.indexOf('PILAT')).toBeGreaterThan(text.indexOf('5,4 M€'));
  });

  it('says nothing but answers where nobody sits at a terminal, and without colours', async () => {
    const { out } = await run([], 'Mentor\n');

    expect(out).not.toContain('Ctrl-D');
    expect(out).not.toMatch(/^> /m);
    expect(out).not.toContain('\u001b');
  });

  it('invites, colours and takes its leave on a terminal', async () => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    stdin.end('Mentor\n');
    const wasTerminal = process.stdout.isTTY;
    process.stdout.isTTY = true;
    try {
      const { out } = await runCommand(() => ask([], stdin));

      expect(out.split('\n')[0]).toContain('Ctrl-D');
      expect(out).toContain('> ');
      expect(out).toContain('\u001b[');
    } finally {
      process.stdout.isTTY = wasTerminal;
    }
  });
});
