const { availableParallelism } = require('node:os');

/** Jest runs the TypeScript sources through swc; some libraries ship as ES modules only, so swc transforms them too. */
module.exports = {
  testEnvironment: 'node',
  // Half more than there are cores: a file that waits for a browser, a server or Redis leaves its core to another.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // A browser, a server and a training may share two cores: what hangs is still told, what waits its turn is no fault.
  testTimeout: 30_000,
  // A global is slow to reach from the sandbox of a test, and understanding a question calls Math thousands of times.
  sandboxInjectedGlobals: ['Math'],
  // The second are there while all the tests run: scripts/test-groups.mjs.
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/.cache/test-groups-*/*.test.js'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.m?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(lowdb|steno|hucre|@seriousme/openapi-schema-validator|openid-client|oauth4webapi|jose)/)',
  ],
};
