/** The one rule for imports: index, cli → host → dialogs → core; `messages` is called by all and calls nobody. One door per library. */
const from = (path) => ({ path });

/** The folders of the core from the lowest up: none imports one above it, nor what stands at the core's root. So no two import each other. */
const CORE = [
  'language',
  'model',
  'search',
  'knowledge',
  'answering',
  'changes',
  'understanding',
  'loading',
  'editing',
];

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-knows-nobody',
      severity: 'error',
      from: from('^src/core'),
      to: { path: '^(src/(host|cli|messages|index)|dialogs)' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: from('^src/core'),
      to: {
        path: '^(node:)?(fs|http|https|net|crypto|child_process|os|path|process|timers)(/|$)|node_modules/(botbuilder|restify|lowdb|ws|pino)',
      },
    },
    ...CORE.map((folder, at) => ({
      name: `core-${folder}-is-below`,
      severity: 'error',
      from: from(`^src/core/${folder}/`),
      to: { path: `^src/core/(${[...CORE.slice(at + 1).map((above) => `${above}/`), '[^/]+\\.ts$'].join('|')})` },
    })),
    {
      name: 'core-folders-are-ordered',
      severity: 'error',
      from: { path: '^src/core/[^/]+/', pathNot: `^src/core/(${CORE.join('|')})/` },
      to: {},
    },
    {
      name: 'messages-call-nobody',
      severity: 'error',
      from: from('^src/messages'),
      to: { path: '^(src/(host|cli|index)|dialogs)' },
    },
    {
      name: 'dialogs-know-only-core-and-messages',
      severity: 'error',
      from: from('^dialogs'),
      to: { path: '^src/(host|cli|index)' },
    },
    {
      name: 'host-is-below-index-and-cli',
      severity: 'error',
      from: from('^src/host'),
      to: { path: '^src/(cli|index)' },
    },
    { name: 'cli-and-index-are-apart', severity: 'error', from: from('^src/cli'), to: { path: '^src/index' } },
    {
      name: 'sources-do-not-use-tests',
      severity: 'error',
      from: from('^(src|dialogs)'),
      to: { path: '^(test|bench)' },
    },
    {
      name: 'one-door-fuse',
      severity: 'error',
      from: { pathNot: '^src/core/search/vocabulary\\.ts$|^bench', path: '^(src|dialogs)' },
      to: { path: 'node_modules/fuse\\.js' },
    },
    {
      name: 'one-door-lowdb',
      severity: 'error',
      from: { pathNot: '^src/host/knowledge-files\\.ts$', path: '^(src|dialogs)' },
      to: { path: 'node_modules/lowdb' },
    },
    {
      name: 'one-door-lmdb',
      severity: 'error',
      from: { pathNot: '^src/host/storage/lmdb-store\\.ts$', path: '^(src|dialogs)' },
      to: { path: 'node_modules/lmdb' },
    },
    {
      name: 'one-door-redis',
      severity: 'error',
      from: { pathNot: '^src/host/storage/redis-', path: '^(src|dialogs)' },
      to: { path: 'node_modules/@redis' },
    },
    {
      name: 'one-door-agents',
      severity: 'error',
      from: { pathNot: '^src/host/teams/agents/', path: '^(src|dialogs)' },
      to: { path: 'node_modules/@microsoft/agents' },
    },
    {
      name: 'one-door-csv-stringify',
      severity: 'error',
      from: { pathNot: '^dialogs/exports/csv\\.ts$', path: '^(src|dialogs)' },
      to: { path: 'node_modules/csv-stringify' },
    },
    {
      name: 'one-door-fflate',
      severity: 'error',
      from: { pathNot: '^src/(cli/teams-package/|host/knowledge-spreadsheet\\.ts$)', path: '^(src|dialogs)' },
      to: { path: 'node_modules/fflate' },
    },
    {
      name: 'one-door-spreadsheets',
      severity: 'error',
      from: { pathNot: '^src/host/knowledge-spreadsheet\\.ts$', path: '^(src|dialogs)' },
      to: { path: 'node_modules/(hucre|csv-parse)' },
    },
    {
      name: 'one-door-jsonc-parser',
      severity: 'error',
      from: { pathNot: '^src/core/loading/json-text\\.ts$', path: '^(src|dialogs)' },
      to: { path: 'node_modules/jsonc-parser' },
    },
    {
      name: 'one-door-mcp',
      severity: 'error',
      from: { pathNot: '^src/host/mcp/', path: '^(src|dialogs)' },
      to: { path: 'node_modules/@modelcontextprotocol' },
    },
    {
      name: 'one-door-prom-client',
      severity: 'error',
      from: { pathNot: '^src/host/metrics/', path: '^(src|dialogs)' },
      to: { path: 'node_modules/prom-client' },
    },
    {
      name: 'one-door-openid-client',
      severity: 'error',
      from: { pathNot: '^src/host/desk/people/open-id\\.ts$', path: '^(src|dialogs)' },
      to: { path: 'node_modules/openid-client' },
    },
    {
      name: 'restify-only-in-host',
      severity: 'error',
      from: { pathNot: '^src/host/', path: '^(src|dialogs)' },
      to: { path: 'node_modules/restify' },
    },
    {
      name: 'botbuilder-only-in-dialogs-and-host',
      severity: 'error',
      from: { pathNot: '^(src/host/|dialogs/)', path: '^(src|dialogs)' },
      to: { path: 'node_modules/botbuilder' },
    },
    {
      name: 'not-to-dev-dependencies',
      severity: 'error',
      from: { path: '^(src|dialogs)' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        // Loaded by TEAMS_ADAPTER=agents alone, and installed by whoever writes that: 33 MB are not for all.
        pathNot: '^node_modules/@microsoft/agents-',
      },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
