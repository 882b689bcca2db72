/** What the tests look at with axe-core and what the accessibility statement says they look at: one list for both. */
export const CHECKED_STATES = [
  { id: 'start', label: 'la page d’accueil à l’ouverture de la conversation' },
  { id: 'list', label: 'la conversation après une liste de projets' },
  { id: 'project', label: 'la conversation après la fiche d’un projet' },
  { id: 'sum', label: 'la conversation après un total et son image' },
  { id: 'guide-list', label: 'un parcours guidé : choix parmi plusieurs thèmes' },
  { id: 'guide-names', label: 'un parcours guidé : noms à ajouter' },
  { id: 'guide-text', label: 'un parcours guidé : texte libre' },
  { id: 'opinion', label: 'la conversation après un avis et ses raisons' },
  { id: 'interrupted', label: 'la conversation interrompue : le serveur ne répond plus' },
  { id: 'phone', label: 'la conversation sur un écran de 320 pixels de large' },
  { id: 'widget', label: 'le module à intégrer dans un autre site, après une liste de projets, en couleurs sombres' },
  {
    id: 'widget-contrast',
    label: 'le module à intégrer dans un autre site, après une comparaison, en contraste renforcé',
  },
  { id: 'widget-closed', label: 'le bouton du module sur la page d’un autre site' },
  {
    id: 'widget-unreachable',
    label: 'le module ouvert sur la page d’un autre site, en couleurs sombres, quand le serveur ne répond pas',
  },
  { id: 'widget-open', label: 'le module ouvert, en couleurs claires, sur 320 pixels de large, la notice dépliée' },
  { id: 'widget-not-erased', label: 'le module, quand la conversation n’a pas pu être effacée' },
  { id: 'form', label: 'la version sans JavaScript : le formulaire' },
  { id: 'answer', label: 'la version sans JavaScript : une réponse avec tableaux, image et sources' },
  { id: 'projects', label: 'la version sans JavaScript : la liste des projets' },
  { id: 'projects-narrowed', label: 'la version sans JavaScript : la liste des projets, avec des critères' },
  { id: 'project-page', label: 'la version sans JavaScript : la fiche d’un projet' },
  { id: 'project-missing', label: 'la version sans JavaScript : une fiche introuvable' },
  { id: 'page-missing', label: 'une page introuvable' },
  { id: 'statement', label: 'cette déclaration' },
  { id: 'privacy', label: 'la page sur la confidentialité' },
  { id: 'terms', label: 'les conditions d’utilisation' },
  { id: 'open-data', label: 'la liste des données ouvertes' },
  { id: 'api', label: 'la description de l’interface de programmation' },
  { id: 'note', label: 'une note à imprimer' },
] as const;

export type CheckedState = (typeof CHECKED_STATES)[number]['id'];

/** The version of axe-core that the tests run, and the sets of its rules. */
export const AXE_VERSION = '4.14.1';
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;
