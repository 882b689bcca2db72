/** What keeps the assistant from its folder, or from its Redis. */
export type StoreProblemKind =
  | 'in-use'
  | 'damaged'
  | 'missing'
  | 'exists'
  | 'no-folder'
  | 'redis-silent'
  | 'redis-unknown'
  | 'redis-refuses'
  | 'redis-old'
  | 'redis-replica'
  | 'redis-evicts'
  | 'redis-forgets';

/** The sentence for whoever moves what is kept. */
export function moveProblemText(kind: 'not-empty' | 'changed'): string {
  switch (kind) {
    case 'not-empty':
      return 'L’endroit d’arrivée garde déjà autre chose : donnez-en un vide (ou un autre STORE_PREFIX).';
    case 'changed':
      return 'Quelqu’un a écrit pendant la copie : arrêtez l’assistant, aux deux endroits, puis relancez la commande, qui reprendra où elle en était.';
  }
}

/** The sentence for whoever starts the assistant: what, where and how to mend it. */
export function storeProblemText(kind: StoreProblemKind, path: string): string {
  switch (kind) {
    case 'in-use':
      return `Un autre assistant se sert déjà de ce dossier (${path}) : arrêtez-le d’abord, ou donnez à celui-ci un dossier à lui (VAR_DIR=var2 npm start).`;
    case 'damaged':
      return `${path} est abîmé : remettez une sauvegarde à sa place (npm run -s backup dit comment), ou déplacez-le pour repartir sans les conversations gardées.`;
    case 'missing':
      return `Il n’y a pas de ${path} : l’assistant n’a encore rien gardé ici (VAR_DIR).`;
    case 'exists':
      return `${path} existe déjà : donnez un autre dossier.`;
    case 'no-folder':
      return `L’assistant ne peut pas écrire dans ${path} : donnez-lui un dossier où il a le droit d’écrire (VAR_DIR), sur un disque qui n’est ni plein ni en lecture seule.`;
    case 'redis-silent':
      return `Aucun Redis ne répond à ${path} : démarrez-le, attendez qu’il ait relu ses données, ou corrigez l’adresse (STORE_URL ; rediss:// s’il parle TLS).`;
    case 'redis-unknown':
      return `Les sentinelles de ${path} ne connaissent aucun Redis de ce nom : corrigez-le, après le # (STORE_URL) ; leur commande SENTINEL MASTERS donne ceux qu’elles suivent.`;
    case 'redis-refuses':
      return `Le Redis de ${path} refuse l’assistant : vérifiez l’utilisateur, le mot de passe et le numéro de base (STORE_URL), et ses droits (ACL : INFO, SUBSCRIBE, EVAL et toutes les commandes sur les clés et les canaux {assistant:1}:*, « assistant » étant STORE_PREFIX).`;
    case 'redis-old':
      return `Le Redis de ${path} est trop ancien : il faut la version 6.2 ou une plus récente.`;
    case 'redis-replica':
      return `Le Redis de ${path} est une copie, où l’on n’écrit pas : donnez l’adresse du principal (STORE_URL).`;
    case 'redis-evicts':
      return `Le Redis de ${path} efface des données quand sa mémoire est pleine : réglez-le pour qu’il refuse plutôt d’écrire (CONFIG SET maxmemory-policy noeviction, puis CONFIG REWRITE).`;
    case 'redis-forgets':
      return `Le Redis de ${path} confirme avant que ce soit sur son disque, et une coupure y perdrait des conversations : réglez-le (CONFIG SET appendonly yes, CONFIG SET appendfsync always, puis CONFIG REWRITE).`;
  }
}
