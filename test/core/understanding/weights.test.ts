import { runModule } from '../../scripts/run-node';
import { realRecords } from '../knowledge';

it('were made from the questions and the code that stand here: if not, « npm run train » makes them anew', () => {
  const { stdout } = runModule(
    "const { digest } = await import('./train/digest.mjs'); process.stdout.write(digest());",
  );

  expect(realRecords().weights.trainedOn).toBe(stdout);
});
