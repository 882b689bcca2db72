import type { Sentences } from '../sentences';

/** The words of the screen on which people talk with the assistant: its own page, and the widget's frame. */
export const fr = {
  title: 'Assistant Transformation publique',
  /** What the page is, where others link to it. */
  description:
    'Posez vos questions sur les projets que finance le fonds pour la transformation de l’action publique (FTAP) : coûts, économies, porteurs, sources.',
  skip: 'Aller à la conversation',
  close: 'Fermer',
  renew: 'Nouvelle conversation',
  notice: 'À propos de l’assistant',
  about: [
    {
      heading: 'Que lui demander ?',
      paragraphs: [
        'Le coût, les économies ou le porteur d’un projet ; les projets d’un thème, d’un ministère ou d’une région ; un total, un classement, une comparaison.',
      ],
    },
    {
      heading: 'Comment répond-il ?',
      paragraphs: [
        'C’est un automate, sans intelligence artificielle générative : il cherche et calcule dans une base de projets publics. Chaque chiffre est donné avec sa source. Quand une information n’est pas publiée, il le dit.',
      ],
    },
    {
      heading: 'Vos données',
      paragraphs: [
        'N’écrivez ni nom, ni donnée personnelle. La conversation est effacée après 30 jours sans message. Vos avis, vos signalements et les questions restées sans réponse sont gardés un an, sans nom ni coordonnées.',
      ],
    },
  ],
  forget: 'Oublie-moi : effacer cette conversation',
  plain: 'Version sans JavaScript',
  otherLanguage: 'English',
  placeholder: 'Posez votre question',
  send: 'Envoyer',
  examples: 'Exemples de questions',
  opening: 'Ouverture de la conversation…',
};

export type WidgetMessages = Sentences<typeof fr>;
