/** Jest runs the TypeScript sources through swc; lowdb, steno, hucre and jose ship as ES modules only, so swc transforms them too. */
module.exports = {
  testEnvironment: 'node',
  // Jest keeps one core to itself by default, which on two cores means one test file at a time: 12 s instead of 7.
  maxWorkers: '100%',
  // A browser, a server and a training may share two cores: what hangs is still told, what waits its turn is no fault.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.m?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(lowdb|steno|jose|hucre)/)'],
};
