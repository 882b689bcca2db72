import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { BadSettings, parseAnswerSettings, parseSettings } from '../../src/host/settings';
import { ordinarySpaces } from '../plain-text';

const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const APP = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: APP_ID };

describe('parseSettings', () => {
  it('gives every default to an empty environment', () => {
    expect(parseSettings({})).toEqual({
      port: 3978,
      host: '127.0.0.1',
      publicUrl: undefined,
      contact: undefined,
      isIndexable: false,
      operatorName: undefined,
      contactAddress: undefined,
      production: false,
      dataDir: 'data',
      varDir: 'var',
      storePrefix: 'assistant',
      storeUrl: undefined,
      directLineSecret: undefined,
      allowedOrigins: [],
      limits: {
        trustedProxies: [],
        personRequestsPerMinute: 120,
        addressRequestsPerMinute: 1_200,
        addressConversationsPerHour: 1_000,
        addressConnections: 1_000,
        diskMegabytes: 4_000,
      },
      metrics: undefined,
      securityContact: undefined,
      teams: undefined,
      logLevel: 'info',
    });
  });

  it('reads the example file as the defaults', () => {
    expect(parseSettings(parseEnv(readFileSync('.env.example', 'utf8')))).toEqual(parseSettings({}));
  });

  it('serves metrics where it is told, on this machine alone when it is told a port alone', () => {
    const metrics = (text: string) => parseSettings({ METRICS_LISTEN: text }).metrics;

    expect(metrics('9464')).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(metrics('0.0.0.0:9464')).toEqual({ host: '0.0.0.0', port: 9464 });
    expect(metrics('[::1]:9464')).toEqual({ host: '::1', port: 9464 });
  });

  it.each(['redis://127.0.0.1', 'rediss://user:p%40ss@redis.example.org:6380/2', 'redis://:secret@[::1]:6379/0'])(
    'keeps everything in %s when it is told to',
    (url) => {
      expect(parseSettings({ STORE_URL: url }).storeUrl).toBe(url);
    },
  );

  it('calls what it keeps in a shared Redis as it is told to', () => {
    expect(parseSettings({}).storePrefix).toBe('assistant');
    expect(parseSettings({ STORE_PREFIX: 'dinum-2' }).storePrefix).toBe('dinum-2');
    expect(problemsOf({ STORE_PREFIX: 'a}b' })).toEqual([
      'STORE_PREFIX : « a}b » ne convient pas ; écrivez au plus 40 lettres sans accent, chiffres, - ou _',
    ]);
  });

  it.each([
    'redis.example.org',
    'http://redis.example.org',
    'redis://',
    'redis://host:99999',
    'redis://host/a',
    'redis://host/0?x=1',
  ])('does not take %s for a Redis, nor repeats what may hold a password', (url) => {
    const problems = problemsOf({ STORE_URL: url });

    expect(problems).toEqual([
      expect.stringMatching(
        /^STORE_URL : la valeur \(\d+ caractères\) ne convient pas ; écrivez l’adresse d’un Redis/u,
      ),
    ]);
  });

  it('takes proxies by their addresses and by blocks', () => {
    const { limits } = parseSettings({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8 2001:db8::/32' });

    expect(limits.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32']);
  });

  it.each([
    ['TRUST_PROXY', 'true', 'écrivez les adresses des serveurs mandataires'],
    ['TRUST_PROXY', '10.0.0.0/33', 'écrivez les adresses des serveurs mandataires'],
    ['TRUST_PROXY', '127.0.0.1 proxy.example.org', 'écrivez les adresses des serveurs mandataires'],
    ['TRUST_PROXY', '0.0.0.0/0', 'écrivez les adresses des serveurs mandataires'],
    ['PERSON_REQUESTS_PER_MINUTE', '0', 'écrivez un nombre entier de 10 à 10000000'],
    ['ADDRESS_REQUESTS_PER_MINUTE', '1e9', 'écrivez un nombre entier de 10 à 10000000'],
    ['DISK_MEGABYTES', '-1', 'écrivez un nombre entier de 10 à 10000000'],
    ['METRICS_LISTEN', 'yes', 'écrivez un port'],
    ['METRICS_LISTEN', '127.0.0.1:99999', 'écrivez un port'],
    ['SECURITY_CONTACT', 'equipe', 'écrivez une adresse électronique'],
  ])('refuses as %s: %j', (name, value, remedy) => {
    expect(problemsOf({ [name]: value }).join()).toMatch(
      new RegExp(`^${name} : « .* » ne convient pas ; .*${remedy}`, 'u'),
    );
  });

  it('refuses one port for people and for the metrics, unless each has it on an address of its own', () => {
    for (const metrics of ['3978', '0.0.0.0:3978', 'localhost:3978'])
      expect(problemsOf({ METRICS_LISTEN: metrics })).toEqual([
        'METRICS_LISTEN : « 3978 » avec PORT ; ces deux réglages nomment le même port : donnez-en un autre à l’un des deux',
      ]);

    expect(parseSettings({ METRICS_LISTEN: '10.0.0.1:3978' }).metrics?.port).toBe(3978);
    expect(parseSettings({ PORT: '0', METRICS_LISTEN: '0' }).metrics?.port).toBe(0);
  });

  it('takes port 0, ignores other variables and counts an empty value as absent', () => {
    const settings = parseSettings({ PORT: '0', HOST: '', PATH: '/usr/bin', npm_config_port: '12' });

    expect(settings).toMatchObject({ port: 0, host: '127.0.0.1' });
  });

  it('keeps the public address without its final slash', () => {
    expect(parseSettings({ PUBLIC_URL: 'https://chat.example.org/' }).publicUrl).toBe('https://chat.example.org');
  });

  it.each(['assistant@exemple.gouv.fr', 'https://www.exemple.gouv.fr/contact?id=1'])(
    'takes %s as contact',
    (contact) => {
      expect(parseSettings({ CONTACT: contact }).contact).toBe(contact);
    },
  );

  it('takes no contact that tells a password, and does not repeat it', () => {
    expect(problemsOf({ CONTACT: 'https://user:word@www.example.org' })).toEqual([
      expect.stringContaining('CONTACT : « https://…@www.example.org » ne convient pas ; écrivez'),
    ]);
  });

  it('gives people the address of their own, else that of the legal pages', () => {
    expect(parseSettings({ CONTACT: 'a@example.org' }).contactAddress).toBe('a@example.org');
    expect(parseSettings({ CONTACT: 'a@example.org', CONTACT_ADDRESS: 'b@example.org' })).toMatchObject({
      contact: 'a@example.org',
      contactAddress: 'b@example.org',
    });
  });

  it.each([
    ['CONTACT_ADDRESS', 'equipe', 'écrivez une adresse électronique'],
    ['OPERATOR_NAME', '12', 'écrivez le nom d’un service'],
    ['OPERATOR_NAME', 'DINUM\nou pas', 'écrivez le nom d’un service'],
    ['OPERATOR_NAME', '<b>DINUM</b>', 'écrivez le nom d’un service'],
    ['OPERATOR_NAME', 'D'.repeat(121), 'd’au plus 120'],
  ])('refuses as %s: %j', (name, value, remedy) => {
    expect(problemsOf({ [name]: value }).join()).toMatch(
      new RegExp(`^${name} : « .* » ne convient pas ; .*${remedy}`, 'u'),
    );
  });

  it('reads for an answer what it depends on, and nothing of the server', () => {
    expect(parseAnswerSettings({ PORT: 'x', DATA_DIR: 'base', OPERATOR_NAME: ' DINUM ' })).toEqual({
      dataDir: 'base',
      operatorName: 'DINUM',
      contactAddress: undefined,
    });
    expect(() => parseAnswerSettings({ CONTACT_ADDRESS: 'x' })).toThrow(BadSettings);
  });

  it('reads the settings of Teams together', () => {
    const settings = parseSettings({
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppTenantId: APP_ID,
    });

    expect(settings.teams).toEqual({
      kind: 'app',
      adapter: 'botbuilder',
      appId: APP_ID,
      appPassword: 'secret',
      appType: 'SingleTenant',
      tenantId: APP_ID,
      allowedTenants: undefined,
      serviceHosts: [],
    });
  });

  it('reads the tenants and the hosts of Teams in lower case, however they are set apart', () => {
    const other = APP_ID.toUpperCase().replace('0F', 'AB');
    const { teams } = parseSettings({
      ...APP,
      ALLOWED_TENANTS: `${APP_ID}, ${other}`,
      TEAMS_SERVICE_HOSTS: 'smba.Teams.example.fr\nsmba.example.org',
    });

    expect(teams).toMatchObject({
      allowedTenants: [APP_ID, other.toLowerCase()],
      serviceHosts: ['smba.teams.example.fr', 'smba.example.org'],
    });
  });

  it('opens the door of development only when it is told to', () => {
    expect(parseSettings({}).teams).toBeUndefined();
    expect(parseSettings({ TEAMS_DEVELOPMENT: 'false' }).teams).toBeUndefined();
    expect(parseSettings({ TEAMS_DEVELOPMENT: 'true' }).teams).toEqual({
      kind: 'development',
      adapter: 'botbuilder',
      allowedTenants: undefined,
    });
    expect(parseSettings({ TEAMS_DEVELOPMENT: 'true', HOST: '::1' }).teams).toMatchObject({ kind: 'development' });
  });

  it('speaks with Teams through botbuilder, or the Agents SDK when it is asked for', () => {
    expect(parseSettings({ ...APP, TEAMS_ADAPTER: 'agents' }).teams).toMatchObject({ adapter: 'agents' });
    expect(problemsOf({ TEAMS_ADAPTER: 'teams' })).toEqual([
      'TEAMS_ADAPTER : « teams » ne convient pas ; écrivez botbuilder ou agents',
    ]);
  });

  it('stops a start in production without Teams, and tells the line that mends it', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });

    expect(problems).toEqual([expect.stringMatching(/^MicrosoftAppId : vide avec NODE_ENV=production ; .*TEAMS=off/u)]);
    expect(parseSettings({ NODE_ENV: 'production', TEAMS: 'off' }).teams).toBeUndefined();
    expect(parseSettings({ ...APP, NODE_ENV: 'production' }).teams).toMatchObject({ kind: 'app' });
  });

  it('keeps the door closed with TEAMS=off, whatever else is set', () => {
    expect(parseSettings({ ...APP, TEAMS: 'off' }).teams).toBeUndefined();
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'assistant.example.org', '127.0.0.1.example.org'])(
    'refuses the door of development to the network: HOST=%s',
    (host) => {
      expect(problemsOf({ TEAMS_DEVELOPMENT: 'true', HOST: host })).toEqual([
        expect.stringMatching(/^TEAMS_DEVELOPMENT : « true » avec HOST=.*HOST=127\.0\.0\.1/u),
      ]);
    },
  );

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3978abc'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'ftp://chat.example.org'],
    ['PUBLIC_URL', 'https://'],
    ['PUBLIC_URL', 'https://a b.example.org'],
    ['PUBLIC_URL', 'https://chat.example.org/path'],
    ['PUBLIC_URL', 'https://*.example.org'],
    ['ALLOWED_ORIGINS', '*'],
    ['ALLOWED_ORIGINS', 'null'],
    ['ALLOWED_ORIGINS', 'site.example.org'],
    ['ALLOWED_ORIGINS', 'https://*.example.org'],
    ['ALLOWED_ORIGINS', 'https://site.example.org/page'],
    ['ALLOWED_ORIGINS', 'https://site.example.org https://other.example.org?x'],
    ['ALLOWED_ORIGINS', 'https://site.example.org;https://other.example.org'],
    ['ALLOWED_ORIGINS', 'javascript:alert(1)'],
    ['ALLOWED_ORIGINS', 'https://site.example.org:99999'],
    ['CONTACT', 'the team'],
    ['CONTACT', 'javascript:alert(1)'],
    ['CONTACT', 'http://www.example.org/contact'],
    ['CONTACT', 'a@example.org?subject=x'],
    ['NODE_ENV', 'staging'],
    ['MicrosoftAppId', 'my-bot'],
    ['MicrosoftAppType', 'Multi'],
    ['LOG_LEVEL', 'verbose'],
    ['TEAMS', 'yes'],
    ['TEAMS_DEVELOPMENT', '1'],
    ['ALLOWED_TENANTS', 'my-tenant'],
    ['ALLOWED_TENANTS', ','],
    ['ALLOWED_TENANTS', `${APP_ID};${APP_ID}`],
    ['TEAMS_SERVICE_HOSTS', 'https://smba.example.org/'],
    ['TEAMS_SERVICE_HOSTS', '*.example.org'],
    ['TEAMS_SERVICE_HOSTS', 'localhost'],
  ])('refuses %s=%s, telling the name and what was found', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} : « `, 'u'))]);
    expect(problemsOf({ [name]: value }).join()).toContain(`« ${value} »`);
  });

  it('lists every bad setting at once', () => {
    const problems = problemsOf({ PORT: 'x', NODE_ENV: 'y', LOG_LEVEL: 'z' });

    expect(problems.map((problem) => problem.split(' : ')[0])).toEqual(['PORT', 'NODE_ENV', 'LOG_LEVEL']);
  });

  it('never prints a password written into an address', () => {
    const problems = problemsOf({ PUBLIC_URL: 'https://user:hunter2@chat.example.org' });

    expect(problems).toEqual([expect.stringContaining('https://…@chat.example.org')]);
  });

  it('reads the sites that may embed the assistant, as browsers write them', () => {
    const { allowedOrigins } = parseSettings({
      ALLOWED_ORIGINS: 'https://Site.Example.org/, http://localhost:8080  https://other.example.org:443,',
    });

    expect(allowedOrigins).toEqual(['https://site.example.org', 'http://localhost:8080', 'https://other.example.org']);
  });

  it('names the site that is none among those that are, and no password', () => {
    const problems = problemsOf({ ALLOWED_ORIGINS: 'https://good.example.org https://me:hunter2@bad.example.org' });

    expect(problems).toEqual([expect.stringMatching(/https:\/\/…@bad\.example\.org.*site 2 sur 2/u)]);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('reads several secrets, of which the first signs', () => {
    const [first, second] = ['n'.repeat(32), 'o'.repeat(40)];

    expect(parseSettings({ DIRECT_LINE_SECRET: first }).directLineSecret).toEqual([first]);
    expect(parseSettings({ DIRECT_LINE_SECRET: `${first},${second}` }).directLineSecret).toEqual([first, second]);
    expect(parseSettings({ DIRECT_LINE_SECRET: ` ${first} , ${second} ` }).directLineSecret).toEqual([first, second]);
  });

  it('tells which of several secrets is none, and never prints it', () => {
    const problems = problemsOf({ DIRECT_LINE_SECRET: `${'n'.repeat(32)} too-short-but-mine` });

    expect(problems).toEqual([expect.stringContaining('secret 2 sur 2')]);
    expect(problems.join()).not.toContain('mine');
    expect(problems.join()).not.toContain('nnn');
    expect(problemsOf({ DIRECT_LINE_SECRET: ',' })).toHaveLength(1);
  });

  it('refuses a secret that no Authorization header can carry', () => {
    expect(problemsOf({ DIRECT_LINE_SECRET: 'a secret of thirty-two characters or more' })).toHaveLength(1);
  });

  it('never prints a secret, even a bad one', () => {
    const problems = problemsOf({ DIRECT_LINE_SECRET: 'too-short-but-mine' });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('(18 caractères)');
    expect(problems[0]).not.toContain('mine');
  });

  it.each([
    [{ MicrosoftAppPassword: 'p' }, 'MicrosoftAppPassword'],
    [{ MicrosoftAppTenantId: APP_ID }, 'MicrosoftAppTenantId'],
    [{ ALLOWED_TENANTS: APP_ID }, 'ALLOWED_TENANTS'],
    [{ TEAMS: 'on' }, 'MicrosoftAppId'],
    [{ TEAMS: 'off', TEAMS_DEVELOPMENT: 'true' }, 'TEAMS_DEVELOPMENT'],
    [{ NODE_ENV: 'production', TEAMS_DEVELOPMENT: 'true' }, 'TEAMS_DEVELOPMENT'],
    [{ ...APP, TEAMS_DEVELOPMENT: 'true' }, 'TEAMS_DEVELOPMENT'],
    [{ MicrosoftAppId: APP_ID, MicrosoftAppTenantId: APP_ID }, 'MicrosoftAppPassword'],
    [{ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'p' }, 'MicrosoftAppTenantId'],
    [
      {
        MicrosoftAppId: APP_ID,
        MicrosoftAppType: 'UserAssignedMSI',
        MicrosoftAppTenantId: APP_ID,
        MicrosoftAppPassword: 'p',
      },
      'MicrosoftAppPassword',
    ],
  ])('refuses settings of Teams that do not go together: %j', (environment, culprit) => {
    expect(problemsOf(environment)).toEqual([
      expect.stringMatching(new RegExp(`^${culprit} : (?:vide|rempli|« true ») (?:avec|sans) \\S+ ; [a-zé]`, 'u')),
    ]);
  });
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseSettings(environment);
  } catch (error) {
    if (error instanceof BadSettings) return error.problems.map(ordinarySpaces);
    throw error;
  }
  throw new Error('the settings were accepted');
}
