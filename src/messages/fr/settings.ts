import { typeset } from '../messages-for';

const MANY = 'séparés par des espaces ou des virgules';

/** Why the server, or that of the metrics, cannot listen where it is told, by the code of the system; null for another reason. */
export function listenProblemText(code: string, place: string): string | null {
  const sentence = LISTEN_PROBLEMS[code];
  return sentence === undefined ? null : typeset(sentence(place), 'fr');
}

const LISTEN_PROBLEMS: Readonly<Record<string, (place: string) => string>> = {
  EADDRINUSE: (place) =>
    `Un autre programme écoute déjà sur ${place} : arrêtez-le, ou choisissez un autre port (PORT=3979 npm start).`,
  EACCES: (place) =>
    `L’assistant n’a pas le droit d’écouter sur ${place} : choisissez un port à partir de 1024 (PORT=3979 npm start).`,
  EADDRNOTAVAIL: (place) =>
    `Cette machine n’a pas l’adresse de ${place} : donnez-en une des siennes, par exemple 127.0.0.1, ou 0.0.0.0 pour toutes (HOST, METRICS_LISTEN).`,
  ENOTFOUND: (place) =>
    `Aucune machine ne porte le nom de ${place} : donnez une adresse de cette machine, par exemple 127.0.0.1, ou 0.0.0.0 pour toutes (HOST, METRICS_LISTEN).`,
};

/** What is wrong with the settings, said to whoever starts the assistant: what was found, where, how to mend it. */
export const SETTINGS = {
  title: 'Réglages à corriger\u00a0:',
  /** A line of the list. What was found is never typeset: it is somebody else's. */
  problem: (name: string, found: string, remedy: string) => `${name}\u00a0: ${found}\u00a0; ${typeset(remedy, 'fr')}`,
  unfit: (found: string) => `${quoted(found)} ne convient pas`,
  /** Of a secret, its length alone is told. */
  unfitSecret: (length: number) => `la valeur (${length} caractère${length > 1 ? 's' : ''}) ne convient pas`,
  emptyWith: (other: string) => `vide avec ${other}`,
  emptyBeside: (others: string) => `vide, alors que l’un des autres est rempli (${others})`,
  filledWith: (other: string) => `rempli avec ${other}`,
  filledWithout: (other: string) => `rempli sans ${other}`,
  with: (found: string, other: string) => `${quoted(found)} avec ${other}`,
  without: (found: string, other: string) => `${quoted(found)} sans ${other}`,
  emptyFile: (path: string) => `${quoted(path)} est un fichier vide`,
  unreadableFile: (path: string, why: string) => `${quoted(path)} ne peut pas être lu (${why})`,
  remedies: {
    oneOfTwo: 'laissez l’un des deux vide',
    bothOrNeither: 'remplissez les deux, ou aucun',
    allOrNone: 'remplissez-les tous, ou aucun',
    onOrOff: 'écrivez on ou off',
    trueOrFalse: 'écrivez true ou false',
    wholeNumber: (least: number, most: number) => `écrivez un nombre entier de ${least} à ${most}`,
    port: 'écrivez un nombre entier de 0 à 65535',
    host: 'écrivez une adresse IP ou un nom de machine, par exemple 127.0.0.1',
    publicUrl:
      'écrivez l’adresse http(s) que les gens ouvrent, et rien de plus, par exemple https://assistant.exemple.gouv.fr',
    publicUrlOrOff: 'écrivez dans PUBLIC_URL l’adresse que les gens ouvrent, ou mettez off',
    contact: 'écrivez une adresse électronique, ou l’adresse https d’une page, par exemple assistant@exemple.gouv.fr',
    nameTooLong: (most: number) => `écrivez un nom d’au plus ${most} caractères`,
    name: 'écrivez le nom d’un service sur une seule ligne, sans < > [ ]',
    environment: 'écrivez development, production ou test',
    storeUrl:
      'écrivez l’adresse d’un Redis, redis://utilisateur:motdepasse@hote:6379/0 (rediss:// pour TLS ; ce qu’un mot de passe a de spécial s’écrit %40, %2F…), ou de ses sentinelles, redis-sentinel://utilisateur:motdepasse@hote:26379,hote:26379/0#nom, ou laissez vide pour tout garder dans VAR_DIR',
    storePrefix: 'écrivez au plus 40 lettres sans accent, chiffres, - ou _',
    secrets: (least: number, bad: number, count: number) =>
      `${culprit('le secret', bad, count)}écrivez au moins ${least} lettres sans accent, chiffres ou signes (s’il y a plusieurs secrets, ${MANY}), ou laissez vide : un secret sera créé`,
    origins: (bad: number, count: number) =>
      `${culprit('le site', bad, count)}écrivez chaque adresse en entier, sans chemin ni *, par exemple https://www.exemple.gouv.fr https://intranet.exemple.gouv.fr`,
    metrics: 'écrivez un port, ou une adresse et un port, par exemple 127.0.0.1:9464',
    samePort: 'ces deux réglages nomment le même port : donnez-en un autre à l’un des deux',
    logLevel: 'écrivez silent, error, warn, info ou debug',
    proxies: 'écrivez les adresses des serveurs mandataires, ou des blocs d’adresses, par exemple 127.0.0.1 10.0.0.0/8',
    secretFile: 'écrivez-y le secret',
    file: 'écrivez le chemin d’un fichier que l’assistant peut lire',
  },
  teams: {
    onOrOff: 'écrivez on ou off, ou laissez vide',
    adapter: 'écrivez botbuilder ou agents',
    kit: (packages: string) =>
      `le Microsoft 365 Agents SDK n’est pas installé : tapez « npm install --save-prod --omit=dev ${packages} », ou écrivez botbuilder`,
    appId: 'écrivez l’identifiant (GUID) de l’application',
    appIdOrOff: 'écrivez l’identifiant (GUID) de l’application, ou TEAMS=off pour servir l’assistant sans Teams',
    appType: 'écrivez MultiTenant, SingleTenant ou UserAssignedMSI',
    tenantId: 'écrivez l’identifiant (GUID) de l’annuaire',
    tenants: `écrivez les identifiants (GUID) des annuaires, ${MANY}`,
    hosts: `écrivez des noms d’hôtes seuls, ${MANY}, par exemple smba.teams.example.org`,
    notInProduction: 'laissez-le vide, et remplissez MicrosoftAppId ou mettez TEAMS=off',
    loopback: 'mettez HOST=127.0.0.1, ou laissez-le vide',
    noPassword: 'laissez-le vide',
    needed: 'remplissez-le, ou changez MicrosoftAppType',
  },
  desk: {
    issuer: 'écrivez l’adresse https du fournisseur, par exemple https://auth.exemple.gouv.fr',
    scope: 'écrivez openid, puis ce qui est demandé d’autre, par exemple openid email profile',
    roles: (bad: number, count: number) =>
      `${culprit('l’élément', bad, count)}écrivez publisher=camille@exemple.gouv.fr editor=groups:redaction reader=…`,
  },
};

function quoted(found: string): string {
  return `«\u00a0${found}\u00a0»`;
}

/** Which of several is to be mended; of one alone, nothing. */
function culprit(what: string, bad: number, count: number): string {
  return count === 1 ? '' : `${what} ${bad} sur ${count} est en cause : `;
}
