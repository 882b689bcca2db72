import { editDistance } from '../../src/core/search/vocabulary';

/** What orders are made of, long enough to be known with a letter too many, too few or wrong; near words of other meanings stand among them. */
const ORDER_WORDS: ReadonlySet<string> = new Set(
  `abonne abonner abonnez abonnee abonnement abonnements desabonne desabonner desabonnez desabonnement
  notification notifications notifie notifier notifiez alerte alerter alertes alertez
  previens prevenez prevenir prevenu prevenue averti avertie avertir avertis avertissez inform informe informer informez surveille surveiller surveillez
  supprime supprimer supprimez suppression annule annuler annulez nouveautes changement changements modification modifications
  notify notified notifying subscribe subscribed subscribing subscription subscriptions unsubscribe unfollow following
  alerts alerted alerting notifies informed update updated updates annuel`.split(/\s+/u),
);
/** Shorter words have too many neighbours. */
const SHORTEST = 6;

/** The word of an order that a folded word was meant to be, or the word itself. */
export function asOrderWord(folded: string): string {
  if (folded.length < SHORTEST || ORDER_WORDS.has(folded)) return folded;
  return [...ORDER_WORDS].find((word) => editDistance(folded, word, 1) !== null) ?? folded;
}
