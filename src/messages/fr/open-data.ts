/** The words of the open data: French only, as the records. */
export const openData = {
  title: 'Données ouvertes',
  intro:
    'Toute la base, telle que l’assistant la lit : les projets, les faits sur le fonds, leurs sources. Une case vide, ou « null », veut dire qu’aucune source ne donne l’information. Les montants sont en millions d’euros.',
  files: {
    projectsCsv: 'Les projets, pour un tableur (CSV)',
    projectsJson: 'Les projets (JSON)',
    fundCsv: 'Les faits sur le fonds, pour un tableur (CSV)',
    fundJson: 'Les faits sur le fonds et les appels à projets (JSON)',
    jsonFeed: 'Les nouvelles sources, pour un lecteur de flux (JSON Feed)',
    atom: 'Les nouvelles sources, pour un lecteur de flux (Atom)',
  },
  feed: {
    title: 'Assistant Transformation publique : sources des fiches',
    description:
      'Une entrée pour chaque fiche et chaque jour dont une source est datée. Les sources dont la base ne sait que le mois ou l’année n’y sont pas.',
    entry: (record: string, day: string) => `${record} : source du ${day}`,
    author: 'Assistant Transformation publique',
  },
  columns: {
    id: 'Identifiant',
    page: 'Page',
    topic: 'Sujet',
    question: 'Question',
    answer: 'Réponse',
    sources: 'Sources',
  },
  /** What search engines read of the list of projects. */
  dataset: 'Projets du fonds pour la transformation de l’action publique (FTAP)',
  funder: 'Fonds pour la transformation de l’action publique (FTAP)',
};
