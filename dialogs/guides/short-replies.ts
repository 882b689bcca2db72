import { foldedText } from '../../src/core/language/fold';

/** A reply that every question gets: "oui", "non merci", "c'est tout", "peu importe", "je ne sais pas". */
export type ShortReply = (typeof SHORT_REPLIES)[number];

const SHORT_REPLIES = ['yes', 'no', 'enough', 'all', 'unsure'] as const;

/** The short reply that a text is, in either language; null when it is none. */
export function shortReplyIn(said: string): ShortReply | null {
  const words = foldedText(said);
  return SHORT_REPLIES.find((reply) => `| ${REPLIES[reply]} |`.includes(`| ${words} |`)) ?? null;
}

/** Phrases in folded words, with bars between them. */
const REPLIES = {
  yes: 'oui | ouais | oui merci | oui svp | ok | okay | d accord | bien sur | vas y | allez y | go | yes | yes please | yep | yeah | sure',
  no: 'non | non merci | nan | aucun | aucune | aucun projet | aucun des deux | rien | rien d autre | rien a ajouter | rien a dire | pas de commentaire | sans commentaire | sans | passe | ignorer | no | nope | no thanks | no thank you | none | none of them | nothing | nothing else | nothing to add | no comment | skip | skip it',
  enough:
    'c est tout | c tout | ce sera tout | c est bon | ca suffit | termine | terminer | fini | finir | j ai fini | valider | valide | comparer | compare | comparez | compare les | comparez les | preparer la note | prepare la note | preparez la note | done | i m done | that s all | that is all | finish | finished | compare them | prepare the note',
  all: 'tous | toutes | tout | tous les projets | toute la base | l ensemble | peu importe | n importe | n importe lequel | n importe laquelle | indifferent | ca m est egal | all | all of them | all projects | everything | any | anything | any of them | whatever | it does not matter | doesn t matter',
  unsure:
    'je ne sais pas | je sais pas | j sais pas | chais pas | sais pas | jsp | aucune idee | je n en sais rien | je ne suis pas sur | je ne suis pas sure | i don t know | i dont know | i do not know | don t know | dunno | no idea | not sure | i m not sure',
} as const;
