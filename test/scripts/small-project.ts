import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './run-node';
import { scratchFolder } from './scratch-folder';

const TSCONFIG = {
  compilerOptions: { module: 'NodeNext', rootDir: '.', lib: ['ES2022'], types: [], skipLibCheck: true },
};

/** A project with the real scripts and dependencies, and so little to compile that it takes a moment. */
export function smallProject(sources: Readonly<Record<string, string>>): string {
  const root = scratchFolder({
    'package.json': '{}',
    'tsconfig.json': JSON.stringify(TSCONFIG),
    'tsconfig.build.json': JSON.stringify({ extends: './tsconfig.json', include: ['src'] }),
    ...sources,
  });
  cpSync(join(PROJECT, 'scripts'), join(root, 'scripts'), { recursive: true });
  cpSync(join(PROJECT, 'package-lock.json'), join(root, 'package-lock.json'));
  symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'), 'dir');
  copyWebChat(root);
  return root;
}

function copyWebChat(root: string): void {
  const cache = join(PROJECT, '.cache');
  if (!existsSync(cache)) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const name of readdirSync(cache).filter((name) => name.startsWith('webchat-'))) {
    cpSync(join(cache, name), join(root, '.cache', name));
  }
}
