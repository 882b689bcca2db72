import { z } from 'zod';
import { parseRecords } from '../../src/core/knowledge/parse';
import { dataTexts } from '../core/knowledge';
import { runModule } from '../scripts/run-node';

const SIZE = 90;

/** The generated projects, as JSON. */
function generate(size: number): string {
  const { status, stdout, stderr } = runModule(
    `import { generateRecords } from './bench/generate.mjs'; process.stdout.write(JSON.stringify(generateRecords(${size}).projects));`,
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

it('invents the same projects each time, in the exact schema, the real ones first', () => {
  const generated = generate(SIZE);
  const texts = dataTexts();
  const { meta } = z.looseObject({ meta: z.looseObject({}) }).parse(JSON.parse(texts['projects.json']));
  const projects = z.array(z.unknown()).parse(JSON.parse(generated));
  const parsed = parseRecords({
    ...texts,
    'projects.json': JSON.stringify({ meta: { ...meta, count: SIZE }, projects }),
  });

  expect('problems' in parsed ? parsed.problems : []).toEqual([]);
  expect('records' in parsed && parsed.records.projects[0]?.id).toBe('mentor');
  expect(generate(SIZE)).toBe(generated);
}, 30_000);
