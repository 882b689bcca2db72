import type { WidgetMessages } from './messages';

export const fr: WidgetMessages = {
  title: 'Assistant Transformation publique',
  close: 'Fermer',
  renew: 'Recommencer',
  notice: 'Assistant automatique : ce qu’il garde',
  about: [
    'Vous parlez à un automate, sans intelligence artificielle générative : il cherche et calcule dans une base de projets publics, et cite ses sources.',
    'La conversation est effacée après 30 jours sans message. Vos avis, vos signalements et les questions restées sans réponse sont gardés un an, sans nom ni coordonnées. N’écrivez pas de donnée personnelle.',
  ],
  forget: 'Oublie-moi : effacer cette conversation',
  accessibility: 'Accessibilité',
  plain: 'Version sans JavaScript',
  withoutScript:
    'La conversation a besoin de JavaScript. Vous pouvez aussi poser vos questions par un simple formulaire :',
  opening: 'Ouverture de la conversation…',
};
