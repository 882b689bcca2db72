/** What the desk says of the state of the base, and of what people leave. */
export const DESK_OVERVIEW = {
  health: {
    title: 'État de la base',
    intro:
      'Ce que la base sait, ce qui a vieilli, ce qui est à vérifier. C’est ce que dit aussi la commande « knowledge -- report ».',
    coverage: 'Ce que disent les sources',
    field: 'Champ',
    known: 'Projets renseignés',
    knownOf: (known: number, all: number) => `${known} sur ${all}`,
    doubts: 'À regarder (ce n’est peut-être pas une faute)',
    stale: 'Fiches dont la dernière source datée a plus de trois ans',
    conflicts: 'Désaccords entre sources',
    unsourced: 'Montants qu’aucune source de la fiche ne dit établir',
    idle: 'Synonymes qui ne servent à rien, parce qu’un autre de la fiche se lit pareil',
    empty: 'Thèmes et publics sans aucun projet',
    counted: (title: string, count: number) => `${title} (${count})`,
    undated: 'aucune source datée',
    none: 'Rien.',
  },
  usage: {
    title: 'Fréquentation',
    intro: (days: number) => `Ce que les personnes ont laissé à l’équipe, jour par jour, sur ${days} jours.`,
    limit:
      'Le nombre de questions posées n’est pas gardé : la part des questions sans réponse se lit dans les mesures de l’assistant (METRICS_LISTEN).',
    kinds: {
      unanswered: 'Questions sans réponse',
      useful: 'Réponses jugées utiles',
      useless: 'Réponses jugées inutiles',
      report: 'Erreurs signalées',
      opinion: 'Avis',
    },
    total: (label: string, count: number) => `${label} : ${count}`,
    bars: (label: string, most: number, day: string) => `${label}, jour par jour ; au plus ${most}, le ${day}`,
    share: (percent: string) => `Parmi les réponses notées, ${percent} % ont été jugées utiles.`,
    table: 'Les mêmes nombres en tableau',
    day: 'Jour',
    date: (day: string) => day.split('-').reverse().join('/'),
  },
};
