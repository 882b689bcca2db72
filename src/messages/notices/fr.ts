import { enumerate, type FieldName } from '../messages';
import type { NoticeMessages } from './messages';

const list = (items: readonly string[]): string => enumerate(items, 'et');
const projects = (count: number): string => (count > 1 ? `${count} projets` : `${count} projet`);
const lines = (items: readonly string[]): string => items.map((item) => `\n- ${item}`).join('');
const among = (filters: readonly string[]): string => ` (${filters.join(' ; ')})`;
const STOP = 'Pour arrêter : « ne me préviens plus ».';

/** In the plural: "le coût total des projets" would be their sum. */
const FIELDS_OF_MANY = {
  summary: 'les présentations',
  savings: 'les économies attendues',
  funding: 'les financements FTAP',
  cost: 'les coûts totaux',
  carrier: 'les porteurs',
  partners: 'les partenaires',
  call: 'les appels à projets',
  date: 'les dates d’annonce',
  territory: 'les territoires',
  themes: 'les thèmes',
  beneficiaries: 'les bénéficiaires',
  status: 'l’avancement',
  sources: 'les sources',
} satisfies Record<FieldName, string>;

export const fr: NoticeMessages = {
  subject: {
    everything: 'tous les projets de la base',
    set: (filters) => `les projets${among(filters)}`,
    projects: (names) => list(names),
    onlyField: (subject, label) => `${subject} (${label})`,
    fieldOfSet: (field, filters) =>
      filters.length === 0
        ? `${FIELDS_OF_MANY[field]} de tous les projets de la base`
        : `${FIELDS_OF_MANY[field]} des projets${among(filters)}`,
  },
  subscribed: (subject, count) =>
    count === null
      ? `C’est noté : je vous dirai ici ce qui change pour ${subject}.`
      : `C’est noté : je vous dirai ici ce qui change pour ${subject} ; ${projects(count)} aujourd’hui, et ceux qui s’y ajouteront.`,
  notOnlyNew: 'Je vous parlerai de tout changement de ces projets, pas seulement des nouveaux.',
  alreadySubscribed: (subject) => `C’était déjà noté : ${subject}. Rien n’a été changé.`,
  full: (most) =>
    `Cette conversation suit déjà ${most} sujets, c’est le maximum. Arrêtez-en un d’abord : « mes abonnements ».`,
  terms:
    'Après chaque mise à jour de la base : l’ancienne valeur, la nouvelle et la source. Je garde pour cela ce que vous suivez et l’adresse de cette conversation, pas votre nom, et j’efface tout après un an sans avis ni nouvelle de vous. « mes abonnements » les montre, « ne me préviens plus » les arrête.',
  keepOpen: 'L’avis s’affichera dans cette conversation : il faut qu’elle soit encore ouverte dans votre navigateur.',
  askSubject:
    'Que faut-il suivre ? Nommez un projet, un thème, un organisme, un territoire ou un appel à projets : « préviens-moi si Mentor change », « abonne-moi au logement ».',
  notUnderstood: (said) =>
    `Je n’ai pas reconnu de projets dans « ${said} » : rien n’est noté. Nommez un projet, un thème, un organisme, un territoire ou un appel à projets : « préviens-moi si un projet du logement change ».`,
  onlyProjects:
    'Je ne suis que les projets, pas ce que la base dit du fonds lui-même : rien n’est noté. Vous pouvez suivre tous les projets : « préviens-moi de tout changement ».',
  which: (said) => `Plusieurs projets répondent à « ${said} ». Lequel suivre ?`,
  perhaps: (said) => `Je ne connais pas « ${said} » : rien n’est noté. Vouliez-vous suivre :`,
  list: (subjects) =>
    `Cette conversation suit ${subjects.length === 1 ? 'un sujet' : `${subjects.length} sujets`} :${lines(subjects)}`,
  none: 'Cette conversation ne suit rien. Pour commencer : « préviens-moi si un projet du logement change ».',
  askStop: 'Que faut-il arrêter ?',
  stopped: (subjects) => `C’est arrêté, je ne vous dirai plus ce qui change pour ${list(subjects)}.`,
  allStopped: 'C’est arrêté : cette conversation ne suit plus rien, et rien n’en est gardé.',
  noSuch: 'Cet abonnement était déjà arrêté : rien n’a été changé.',
  notFollowed: (said) => `Aucun abonnement ne porte sur « ${said} » : rien n’a été changé.`,
  since: (subject, date) => `${subject}, depuis le ${date}`,
  notice: {
    heading: (count) =>
      `La base a été mise à jour : ${count > 1 ? `${count} projets que vous suivez ont changé` : 'un projet que vous suivez a changé'}.`,
    added: (name, summary) => `${name} — nouveau dans la base : ${summary}`,
    removed: (name) => `${name} — retiré de la base`,
    changed: (label, before, after) => `${label} : ${before} → ${after}`,
    detailChanged: (label, detail) => `${label}, précisions modifiées : ${detail}`,
    source: (label) => `source : ${label}`,
    others: (count, names, question) =>
      `${count === 1 ? 'Un autre projet a changé' : `${count} autres projets ont changé`} : ${list(names)}. Pour en lire un : « ${question} ».`,
    because: (subjects) => `Vous suivez ${list(subjects)}. ${STOP}`,
    labels: { name: 'nom' },
  },
  buttons: {
    mine: 'Mes abonnements',
    stop: (subject) => `Ne plus me prévenir : ${subject}`,
    stopAll: 'Ne plus rien suivre',
    follow: (name) => `Suivre ${name}`,
  },
};
