/** What the tools for agents (Model Context Protocol) say of themselves: French only, as the records. */
export const mcp = {
  title: 'Assistant Transformation publique',
  instructions:
    'Projets que finance le fonds pour la transformation de l’action publique (FTAP) et faits sur ce fonds, en France. Les réponses viennent d’une base de connaissances dont chaque chiffre a sa source : citez les sources données, avec leur date. « null » veut dire qu’aucune source ne donne le chiffre, jamais zéro : dites « non publié ». N’additionnez jamais vous-même des montants : « compute » le fait, sans mélanger ceux de natures différentes. Les montants sont en millions d’euros (MEUR).',
  ask: {
    title: 'Poser une question',
    description:
      'Répond à une question en français ou en anglais sur les projets du FTAP ou sur le fonds : la réponse en toutes lettres, ses chiffres, ses sources, et comment la question a été comprise. Chaque question est lue seule : nommez le projet ou le sujet.',
  },
  find: {
    title: 'Chercher des projets',
    description: 'Les projets qui répondent à tous les critères donnés, cinquante par page ; sans critère, tous.',
  },
  compute: {
    title: 'Calculer',
    description:
      'Un nombre de projets, ou la somme, la moyenne, la médiane, le plus grand ou le plus petit montant d’un ensemble de projets : le calcul exact, sur combien de projets il porte, ceux dont le montant n’est pas publié et ceux d’une autre nature, qui sont laissés à part.',
  },
  project: {
    title: 'Lire une fiche',
    description: 'Tout ce que la base dit d’un projet, avec ses sources et leurs désaccords.',
  },
  parameters: {
    operation: 'Ce qui est calculé : count pour un nombre de projets.',
    field: 'Le montant dont il s’agit ; ne l’écrivez pas pour count.',
    groupBy: 'Le même calcul pour chaque ministère, thème, année…',
    limit: 'Combien de projets donner, pour max et min.',
  },
};
