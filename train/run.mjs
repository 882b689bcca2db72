import { prepareOrExit } from '../scripts/prepare.mjs';

/**
 * `npm run train [-- --failures FILE]`: learns from the questions of test/questions how messages are understood, and writes data/weights.json;
 * `npm run train -- --label FILE...`: notes in sets of questions what was decided, so that they can teach.
 */
await prepareOrExit();
const [option, ...files] = process.argv.slice(2);
if (option === '--label') {
  const { label } = await import('./label.mjs');
  files.forEach(label);
} else {
  const { train } = await import('./train.mjs');
  await train({ failures: option === '--failures' ? files[0] : null });
}
