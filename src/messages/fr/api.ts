/** The words of the description of the programming interface: French only, as the public documentation around it. */
export const api = {
  title: 'Assistant Transformation publique : interface de programmation',
  intro: [
    'Les mêmes réponses que dans la conversation, pour vos outils : lecture seule, sans clé, depuis n’importe quel site (CORS).',
    'Les montants sont en millions d’euros (MEUR) ; « null » veut dire qu’aucune source ne donne le chiffre, jamais zéro. Les montants de natures différentes (« likeness ») ne s’additionnent pas.',
    'Chaque question est lue seule : rien n’est gardé d’une demande à l’autre. N’y mettez ni nom, ni donnée personnelle.',
    'Une demande que l’interface ne comprend pas reçoit 400 et ce qu’il faut écrire ; trop de demandes à la fois, 429 et « Retry-After ».',
  ],
  ask: {
    summary: 'Poser une question',
    text: 'La réponse en toutes lettres, ses chiffres, ses sources, et comment la question a été comprise.',
  },
  projects: {
    summary: 'Chercher des projets',
    text: 'Les projets que gardent les critères, cinquante par page. Sans critère : tous, par nom.',
  },
  project: {
    summary: 'Lire une fiche',
    text: 'Tout ce que la base dit d’un projet, avec ses sources et ses désaccords.',
  },
  fund: {
    summary: 'Lire ce qui est su du fonds',
    text: 'Les faits sur le fonds et ses appels à projets, avec leurs chiffres et leurs sources.',
  },
  openapi: {
    summary: 'Lire cette description',
    text: 'La description OpenAPI 3.1 dont cette page est faite.',
  },
  parameters: {
    question: 'La question, dans vos mots, en français ou en anglais.',
    locale: 'La langue de la réponse quand la question ne la dit pas.',
    words: 'Un nom ou un sujet.',
    theme: 'Un thème, ou un thème qui en contient d’autres.',
    body: 'Le ministère ou l’organisme qui porte le projet, ou celui dont il dépend.',
    year: 'L’année de l’annonce.',
    territory: 'Une région ou un département.',
    order: 'L’ordre ; par défaut par nom, ou les plus proches des mots d’abord.',
    page: 'La page, à partir de 1.',
    project: 'L’identifiant d’un projet, comme les autres réponses le donnent.',
  },
  responses: {
    200: 'La réponse.',
    400: 'La demande n’est pas comprise : le message dit ce qu’il faut écrire.',
    404: 'Il n’y a pas de projet de ce nom.',
    429: 'Trop de demandes à la fois : « Retry-After » dit dans combien de secondes revenir.',
  },
  page: {
    title: 'Interface de programmation',
    description: 'La description complète, pour les outils :',
    parameters: (path: string) => `Paramètres de ${path}`,
    columns: { name: 'Nom', meaning: 'Ce que c’est', values: 'Valeurs' },
    required: 'obligatoire',
    anyText: (most: number) => `un texte de ${most} caractères au plus`,
    oneOf: (count: number) => `${count} valeurs`,
    example: 'Exemple :',
    schema: (name: string) => `Le schéma de la réponse (${name})`,
  },
};
