import type { Sentences } from '../sentences';
import { among, type FieldName, FIELDS, list, projects } from './answers';

const lines = (items: readonly string[]): string => items.map((item) => `\n- ${item}`).join('');
const STOP = 'Pour arrêter : « ne me préviens plus ».';

/** What is said of subscriptions and of the notices that come of them. */
export const fr = {
  /** What is followed, in words: they stand in the middle of sentences. */
  subject: {
    everything: 'tous les projets de la base',
    /** `filters` as in the heading of a list. */
    set: (filters: readonly string[]) => `les projets${among(filters)}`,
    projects: (names: readonly string[]) => list(names),
    onlyField: (subject: string, label: string) => `${subject} (${label})`,
    /** Only this field of a set; of all projects where there is no filter. */
    fieldOfSet: (field: FieldName, filters: readonly string[]) =>
      filters.length === 0
        ? `${FIELDS[field].ofMany} de tous les projets de la base`
        : `${FIELDS[field].ofMany} des projets${among(filters)}`,
  },
  /** `count`: the projects that it covers today; null for one project. */
  subscribed: (subject: string, count: number | null) =>
    count === null
      ? `C’est noté : je vous dirai ici ce qui change pour ${subject}.`
      : `C’est noté : je vous dirai ici ce qui change pour ${subject} ; ${projects(count)} aujourd’hui, et ceux qui s’y ajouteront.`,
  notOnlyNew: 'Je vous parlerai de tout changement de ces projets, pas seulement des nouveaux.',
  alreadySubscribed: (subject: string) => `C’était déjà noté : ${subject}. Rien n’a été changé.`,
  full: (most: number) =>
    `Cette conversation suit déjà ${most} sujets, c’est le maximum. Arrêtez-en un d’abord : « mes abonnements ».`,
  terms:
    'Après chaque mise à jour de la base : l’ancienne valeur, la nouvelle et la source. Je garde pour cela ce que vous suivez et l’adresse de cette conversation, pas votre nom, et j’efface tout après un an sans avis ni nouvelle de vous. « mes abonnements » les montre, « ne me préviens plus » les arrête.',
  /** Where the conversation lives in a browser. */
  keepOpen: 'L’avis s’affichera dans cette conversation : il faut qu’elle soit encore ouverte dans votre navigateur.',
  askSubject:
    'Que faut-il suivre ? Nommez un projet, un thème, un organisme, un territoire ou un appel à projets : « préviens-moi si Mentor change », « abonne-moi au logement ».',
  notUnderstood: (said: string) =>
    `Je n’ai pas reconnu de projets dans « ${said} » : rien n’est noté. Nommez un projet, un thème, un organisme, un territoire ou un appel à projets : « préviens-moi si un projet du logement change ».`,
  /** "Le FTAP": what the base knows of the fund itself is not followed. */
  onlyProjects:
    'Je ne suis que les projets, pas ce que la base dit du fonds lui-même : rien n’est noté. Vous pouvez suivre tous les projets : « préviens-moi de tout changement ».',
  which: (said: string) => `Plusieurs projets répondent à « ${said} ». Lequel suivre ?`,
  perhaps: (said: string) => `Je ne connais pas « ${said} » : rien n’est noté. Vouliez-vous suivre :`,
  list: (subjects: readonly string[]) =>
    `Cette conversation suit ${subjects.length === 1 ? 'un sujet' : `${subjects.length} sujets`} :${lines(subjects)}`,
  none: 'Cette conversation ne suit rien. Pour commencer : « préviens-moi si un projet du logement change ».',
  askStop: 'Que faut-il arrêter ?',
  /** « Annuler », while something is followed: what goes on is told below. */
  leftAsIs: 'D’accord, je laisse ça. Vos abonnements ne changent pas.',
  stopped: (subjects: readonly string[]) => `C’est arrêté, je ne vous dirai plus ce qui change pour ${list(subjects)}.`,
  allStopped: 'C’est arrêté : cette conversation ne suit plus rien, et rien n’en est gardé.',
  noSuch: 'Cet abonnement était déjà arrêté : rien n’a été changé.',
  notFollowed: (said: string) => `Aucun abonnement ne porte sur « ${said} » : rien n’a été changé.`,
  since: (subject: string, date: string) => `${subject}, depuis le ${date}`,
  notice: {
    heading: (count: number) =>
      `La base a été mise à jour : ${count > 1 ? `${count} projets que vous suivez ont changé` : 'un projet que vous suivez a changé'}.`,
    added: (name: string, summary: string) => `${name} — nouveau dans la base : ${summary}`,
    removed: (name: string) => `${name} — retiré de la base`,
    changed: (label: string, before: string, after: string) => `${label} : ${before} → ${after}`,
    /** What is read beside a value changed, and not the value itself. */
    detailChanged: (label: string, detail: string) => `${label}, précisions modifiées : ${detail}`,
    source: (label: string) => `source : ${label}`,
    others: (count: number, names: readonly string[], question: string) =>
      `${count === 1 ? 'Un autre projet a changé' : `${count} autres projets ont changé`} : ${list(names)}. Pour en lire un : « ${question} ».`,
    because: (subjects: readonly string[]) => `Vous suivez ${list(subjects)}. ${STOP}`,
    labels: { name: 'nom' },
  },
  buttons: {
    mine: 'Mes abonnements',
    stop: (subject: string) => `Ne plus me prévenir : ${subject}`,
    stopAll: 'Ne plus rien suivre',
    follow: (name: string) => `Suivre ${name}`,
  },
};

export type NoticeMessages = Sentences<typeof fr>;
