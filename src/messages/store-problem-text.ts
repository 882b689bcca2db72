/** The sentences for whoever moves what is kept. */
export const MOVE_PROBLEMS = {
  'not-empty': 'L’endroit d’arrivée garde déjà autre chose : donnez-en un vide (ou un autre STORE_PREFIX).',
  changed:
    'Quelqu’un a écrit pendant la copie : arrêtez l’assistant, aux deux endroits, puis relancez la commande, qui reprendra où elle en était.',
};

/** The sentences for whoever starts the assistant: what keeps it from its folder, or from its Redis, and how to mend it. */
export const STORE_PROBLEMS = {
  'in-use': (path: string) =>
    `Un autre assistant se sert déjà de ce dossier (${path}) : arrêtez-le d’abord, ou donnez à celui-ci un dossier à lui (VAR_DIR=var2 npm start).`,
  damaged: (path: string) =>
    `${path} est abîmé : remettez une sauvegarde à sa place (npm run -s backup dit comment), ou déplacez-le pour repartir sans les conversations gardées.`,
  'no-access': (path: string) =>
    `L’assistant ne peut pas lire ${path} : donnez-le, avec son dossier, à l’utilisateur qui le fait tourner (chown -R), par exemple après une sauvegarde remise par root.`,
  missing: (path: string) => `Il n’y a pas de ${path} : l’assistant n’a encore rien gardé ici (VAR_DIR).`,
  exists: (path: string) => `${path} existe déjà : donnez un autre dossier.`,
  'no-room': (path: string) =>
    `La copie ne peut pas être écrite dans ${path}, et rien n’y est laissé : donnez un dossier où vous avez le droit d’écrire, sur un disque qui a assez de place.`,
  'no-folder': (path: string) =>
    `L’assistant ne peut pas écrire dans ${path} : donnez-lui un dossier où il a le droit d’écrire (VAR_DIR), sur un disque qui n’est ni plein ni en lecture seule.`,
  'redis-silent': (path: string) =>
    `Aucun Redis ne répond à ${path} : démarrez-le, attendez qu’il ait relu ses données, ou corrigez l’adresse (STORE_URL ; rediss:// s’il parle TLS).`,
  'redis-unknown': (path: string) =>
    `Les sentinelles de ${path} ne connaissent aucun Redis de ce nom : corrigez-le, après le # (STORE_URL) ; leur commande SENTINEL MASTERS donne ceux qu’elles suivent.`,
  'redis-refuses': (path: string) =>
    `Le Redis de ${path} refuse l’assistant : vérifiez l’utilisateur, le mot de passe et le numéro de base (STORE_URL), et ses droits (ACL : INFO, SUBSCRIBE, EVAL et toutes les commandes sur les clés et les canaux {assistant:1}:*, « assistant » étant STORE_PREFIX).`,
  'redis-old': (path: string) => `Le Redis de ${path} est trop ancien : il faut la version 6.2 ou une plus récente.`,
  'redis-replica': (path: string) =>
    `Le Redis de ${path} est une copie, où l’on n’écrit pas : donnez l’adresse du principal (STORE_URL).`,
  'redis-evicts': (path: string) =>
    `Le Redis de ${path} efface des données quand sa mémoire est pleine : réglez-le pour qu’il refuse plutôt d’écrire (CONFIG SET maxmemory-policy noeviction, puis CONFIG REWRITE).`,
  'redis-forgets': (path: string) =>
    `Le Redis de ${path} confirme avant que ce soit sur son disque, et une coupure y perdrait des conversations : réglez-le (CONFIG SET appendonly yes, CONFIG SET appendfsync always, puis CONFIG REWRITE).`,
};

export type StoreProblemKind = keyof typeof STORE_PROBLEMS;
