import { AXE_TAGS, AXE_VERSION, CHECKED_STATES } from './checked-states';
import { part, type TextDocument, type TextPart } from '../sentences';

/** The statement, and its summary in English. */
export interface AccessibilityStatement extends TextDocument {
  readonly english: TextPart;
}

/**
 * The statement, by the headings of the model of the RGAA 4.1. It claims no more than what the tests run (`CHECKED_STATES`): until
 * an audit has been made, the law's word for it is « non conforme ».
 */
export const accessibilityStatement = (contact: string | undefined): AccessibilityStatement => ({
  title: 'Déclaration d’accessibilité',
  parts: [
    part('Engagement et périmètre', [
      'L’Assistant Transformation publique doit être utilisable par tous, comme le demande l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration porte sur les pages que ce serveur publie : la conversation, le module à intégrer dans un autre site, la version sans JavaScript, les notes, les images, les pages sur la confidentialité et les conditions d’utilisation, et la présente page. Elle ne porte pas sur Teams.',
    ]),
    part('État de conformité', [
      'L’Assistant Transformation publique est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1 : aucun audit n’a encore été fait, et sans audit la conformité ne peut pas être mesurée.',
      part('Résultats des tests', [
        'Aucun taux de conformité n’est connu. Aucun essai n’a été mené par une personne handicapée, ni avec un lecteur d’écran réel (NVDA, JAWS, VoiceOver, TalkBack).',
        'Ce qui est vérifié à chaque changement du logiciel, par des tests automatiques :',
        [
          `les règles automatiques d’axe-core ${AXE_VERSION} (${AXE_TAGS.join(', ')}), sans aucune erreur sur les pages citées plus bas, réserves comprises ;`,
          'un parcours au clavier seul dans Chromium : entrer, poser une question, atteindre les boutons et les liens de la réponse, donner son avis, sans que le focus se perde ;',
          'l’annonce des nouveaux messages dans une zone que les lecteurs d’écran suivent ;',
          'l’absence de défilement horizontal à 320 pixels de large.',
        ],
        'Des règles automatiques ne trouvent qu’une partie des défauts : l’absence d’erreur n’est pas une preuve de conformité.',
      ]),
    ]),
    part('Contenus non accessibles', [
      part('Non-conformités connues ou soupçonnées', [
        [
          'La fenêtre de conversation est le composant Web Chat 4.18.1 de Microsoft : son comportement avec un lecteur d’écran n’a pas été essayé en français.',
          'Dans la conversation, les tableaux des cartes n’ont pas de titre, et les en-têtes de lignes n’y sont pas déclarés. La version sans JavaScript les a.',
          'Les réponses en anglais citent en français les noms des projets et des sources ; dans la conversation, ce changement de langue n’est pas indiqué.',
        ],
      ]),
      part('Dérogations pour charge disproportionnée', ['Aucune.']),
      part('Contenus non soumis à l’obligation d’accessibilité', [
        'Les pages des sources citées, publiées par d’autres sites.',
      ]),
    ]),
    part('Établissement de cette déclaration d’accessibilité', [
      'Cette déclaration a été établie le 24 novembre 2026, par ceux qui développent le logiciel.',
      part('Technologies utilisées', [['HTML5', 'WAI-ARIA', 'CSS', 'JavaScript (conversation seulement)', 'SVG']]),
      part('Environnement de test', [
        'Chromium sous Linux (Debian), clavier seul, sans lecteur d’écran, en 320 et en 1100 pixels de large.',
      ]),
      part('Outils pour évaluer l’accessibilité', [
        [`axe-core ${AXE_VERSION}`, 'Playwright, qui joue le parcours au clavier dans Chromium'],
      ]),
      part('Pages et états vérifiés automatiquement', [CHECKED_STATES.map(({ label }) => label)]),
    ]),
    part('Retour d’information et contact', [
      'Si vous n’arrivez pas à accéder à un contenu ou à un service, dites-le au service qui vous a donné l’adresse de cet assistant, pour être orienté vers une solution accessible ou obtenir le contenu sous une autre forme. Dans la conversation, écrivez « signaler une erreur » : votre message est transmis à l’équipe, sans votre nom.',
      contact === undefined
        ? 'Le service qui publie l’assistant doit indiquer ici comment le joindre ; cette installation n’en dit encore rien.'
        : { sentence: 'Pour joindre le service qui publie l’assistant :', contact },
    ]),
    part('Voies de recours', [
      'Cette procédure est à utiliser dans le cas suivant : vous avez signalé au responsable un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et vous n’avez pas obtenu de réponse satisfaisante. Vous pouvez :',
      [
        'écrire un message au Défenseur des droits (formulaire.defenseurdesdroits.fr) ;',
        'contacter le délégué du Défenseur des droits dans votre région (www.defenseurdesdroits.fr/saisir/delegues) ;',
        'envoyer un courrier par la poste, gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
      ],
    ]),
  ],
  english: part('Summary in English', [
    'This assistant is not compliant with the French accessibility standard (RGAA 4.1, close to WCAG 2.1 AA): no audit has been made yet. Nobody with a disability and no real screen reader has tried it.',
    'Automatic tests run the rules of axe-core on the pages and states listed above, a journey by keyboard alone, and check that new messages are announced. Such rules find only a part of the defects.',
    'Every question can also be asked by a plain form without JavaScript. If something is not accessible to you, tell the service that gave you the address of this assistant.',
  ]),
});
