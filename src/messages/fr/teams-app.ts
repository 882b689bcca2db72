import type { Sentences } from '../sentences';

const housing = {
  label: 'Les projets d’un thème',
  title: 'Quels projets concernent le logement ?',
  description: 'Les projets d’un thème, d’un ministère, d’une région ou d’une année',
};
const savings = {
  label: 'Un chiffre d’un projet',
  title: 'Quelles économies attend-on de Mentor ?',
  description: 'Un chiffre précis, avec sa source, ou « non publié » quand personne ne le donne',
};
const ranking = {
  label: 'Un classement',
  title: 'Les 5 projets les plus chers',
  description: 'Un classement, un total, une moyenne',
};
const fund = {
  label: 'Le fonds FTAP',
  title: 'C’est quoi le FTAP ?',
  description: 'Ce que finance le fonds, ses appels et ses règles',
};
const find = { title: 'Chercher un projet', description: 'Recherche guidée, en quelques questions' };
const compare = { title: 'Comparer des projets', description: 'De deux à cinq projets côte à côte' };
const note = { title: 'Préparer une note', description: 'Une page par projet, à imprimer ou à reprendre' };
const subscriptions = { title: 'Mes abonnements', description: 'Ce que vous suivez, à voir ou à arrêter' };
const report = { title: 'Signaler une erreur', description: 'Une donnée fausse, une réponse à côté' };
const help = { title: 'Aide', description: 'Ce que l’assistant sait faire' };

/** What people read of the assistant in Teams before they talk to it: its card in the catalogue, the commands it suggests, its search. */
export const fr = {
  name: { short: 'Transformation publique', full: 'Assistant Transformation publique' },
  description: {
    short: 'Les projets financés par le FTAP : réponses exactes, sources à l’appui.',
    full: [
      'Posez vos questions, avec vos mots, sur les projets que finance le fonds pour la transformation de l’action publique (FTAP) : porteur, coût, financement, économies attendues, avancement, sources ; listes par thème, ministère ou région ; totaux, classements, comparaisons. Chaque chiffre est donné avec sa source et sa date ; un chiffre que personne ne publie est dit « non publié ».',
      'L’assistant est un automate : il cherche et calcule dans une base de fiches, sans modèle de langue ni intelligence artificielle générative. Il ne répond pas hors de cette base et ne remplace pas les publications officielles.',
      'Dans un canal ou un groupe, citez-le par son nom. Dans toute zone de rédaction, sa recherche permet d’insérer la fiche d’un projet.',
    ].join('\n\n'),
  },
  /** Suggested when one is alone with the assistant. */
  personalCommands: [housing, savings, ranking, fund, find, compare, note, subscriptions, report, help],
  /** Suggested after its name in a channel or a group. */
  sharedCommands: [housing, savings, ranking, fund, compare, help],
  /** The search in the box where one writes a message. */
  search: {
    title: 'Chercher un projet',
    description: 'Insérer la fiche d’un projet dans votre message',
    parameter: { title: 'Votre recherche', description: 'Un nom, un sigle, un thème, un ministère ou une question' },
    /** What Copilot suggests to ask for; the search itself understands each. */
    samplePrompts: [
      { text: 'Trouve la fiche du projet Mentor' },
      { text: 'Quels projets du FTAP concernent le logement ?' },
      { text: 'Les projets de transformation du ministère de la Justice' },
    ],
  },
  /** Shown in Copilot before one asks anything. */
  disclaimer:
    'Assistant automatique, sans intelligence artificielle générative : il cherche et calcule dans une base de fiches publiques sur les projets que finance le FTAP, et cite ses sources. Remontez à la source avant de décider ou de publier. N’écrivez pas de donnée personnelle.',
  /** The same base, as tools that other agents call. */
  connector: {
    displayName: 'Projets de transformation publique',
    description:
      'Cherche et lit les fiches des projets que finance le fonds pour la transformation de l’action publique (FTAP) : porteur, coût, financement, économies attendues, avancement, avec la source et la date de chaque chiffre. En lecture seule, sur des données publiques.',
  },
};

/** What models read of the search, to know when it helps; Teams does not translate it, and shows it to nobody. */
export const SEARCH_FOR_MODELS = {
  command:
    'Cherche les projets de transformation publique que finance le fonds pour la transformation de l’action publique (FTAP), en France : par nom, sigle, thème, ministère, région ou année. Rend la fiche de chacun : porteur, coût, financement, économies attendues, avancement, avec ses sources et leurs dates. Un chiffre que personne ne publie est dit « non publié ». Ne connaît rien d’autre que ces projets et ce fonds.',
  parameter:
    'Ce que l’on cherche, en français ou en anglais : un nom de projet, un sigle, un thème, un ministère, une région, une année, ou la question entière. Exemples : Mentor ; logement ; projets du ministère de la Justice.',
};

export type TeamsAppMessages = Sentences<typeof fr>;

export interface TeamsCommand {
  /** Shown instead of the title, where Teams can show one thing and send another. */
  readonly label?: string;
  /** Of a command: what is written and sent to the assistant when it is chosen, so the assistant must understand it. */
  readonly title: string;
  readonly description: string;
}
