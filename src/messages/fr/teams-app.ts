import type { Sentences } from '../sentences';

const housing = {
  title: 'Quels projets concernent le logement ?',
  description: 'Les projets d’un thème, d’un ministère, d’une région ou d’une année',
};
const savings = {
  title: 'Quelles économies attend-on de Mentor ?',
  description: 'Un chiffre précis, avec sa source, ou « non publié » quand personne ne le donne',
};
const ranking = { title: 'Les 5 projets les plus chers', description: 'Un classement, un total, une moyenne' };
const fund = { title: 'C’est quoi le FTAP ?', description: 'Ce que finance le fonds, ses appels et ses règles' };
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
  },
};

export type TeamsAppMessages = Sentences<typeof fr>;

export interface TeamsCommand {
  /** Of a command: what is written and sent to the assistant when it is chosen, so the assistant must understand it. */
  readonly title: string;
  readonly description: string;
}
