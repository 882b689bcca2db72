import { admin } from '../../src/cli/admin';
import { ask } from '../../src/cli/ask';
import { backup } from '../../src/cli/backup';
import { knowledge } from '../../src/cli/knowledge';
import { store } from '../../src/cli/store';
import { teamsPackage } from '../../src/cli/teams-package';
import { runCommand } from './run-command';

it.each(Object.entries({ admin, ask, backup, knowledge, store, 'teams-package': teamsPackage }))(
  '%s says how it is called',
  async (name, command) => {
    const { status, out, err } = await runCommand(() => command(['--help']));

    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^Usage :\\n +npm run (?:-s )?${name}\\b`, 'u'));
  },
);
