import { list, plural, quoted } from '../answers';

/** What the desk says of drafts, of what they would change, and of publications. */
export const DESK_DRAFTS = {
  title: 'Brouillons et publications',
  one: 'Brouillon',
  drafts: 'Brouillons',
  noDraft: 'Aucun brouillon. On en commence un en corrigeant une fiche, ou depuis une demande.',
  draft: (records: number, authors: readonly string[], at: string) =>
    `${plural(records, 'fiche modifiée', 'fiches modifiées')} par ${list(authors)}, le ${at}`,
  states: { open: 'en cours', proposed: 'proposé à la publication' },
  back: 'Brouillons et publications',
  gone: {
    title: 'Brouillon introuvable',
    text: 'Ce brouillon a été publié ou supprimé.',
  },
  what: 'Ce que vous changez',
  nothing: 'Ce brouillon ne change plus rien : supprimez-le.',
  newRecord: 'nouvelle fiche',
  value: (field: string, value: string) => `${field} : ${value}`,
  cell: (field: string, before: string, after: string) => `${field} : ${before} → ${after}`,
  added: (field: string, values: readonly string[]) => `${field} : ajouté ${quoted(values).join(', ')}`,
  taken: (field: string, values: readonly string[]) => `${field} : retiré ${quoted(values).join(', ')}`,
  withdraw: 'Ne plus changer cette fiche',
  problems: 'À corriger avant de publier',
  doubts: 'À regarder (ce n’est peut-être pas une faute)',
  unsourced: (field: string) =>
    `aucune source de la fiche ne dit établir ce montant (${field}) : cochez-le dans la source qui le donne`,
  effects: 'Les réponses qui changeraient',
  asked: (asked: number, changed: number) =>
    `${plural(asked, 'question posée', 'questions posées')} à la base en service et à ce brouillon : ${
      changed === 0 ? 'aucune réponse ne change' : plural(changed, 'réponse change', 'réponses changent')
    }.`,
  sums: {
    worse: (count: number) => plural(count, 'moins bien', 'moins bien'),
    lost: (count: number) => plural(count, 'sans réponse désormais', 'sans réponse désormais'),
    different: (count: number) => plural(count, 'différente', 'différentes'),
    answered: (count: number) => plural(count, 'répondue désormais', 'répondues désormais'),
    better: (count: number) => plural(count, 'mieux', 'mieux'),
  },
  verdicts: {
    worse: 'moins bien',
    lost: 'plus de réponse',
    different: 'différent',
    answered: 'a maintenant une réponse',
    better: 'mieux',
  },
  verdictsHelp:
    '« Mieux » et « moins bien » sont dits d’après les questions témoins, dont la bonne réponse est connue ; ailleurs, c’est à vous de juger.',
  before: 'Aujourd’hui',
  after: 'Avec ce brouillon',
  keep: 'La nouvelle réponse est juste : la garder comme témoin',
  kept: 'La nouvelle réponse sera gardée comme témoin à la publication.',
  still: 'Demandes de départ dont la réponse ne change pas',
  stillText: (question: string) => `« ${question} »`,
  publish: {
    title: 'Publier',
    submit: 'Publier',
    worse: (count: number) =>
      `${plural(count, 'réponse témoin serait moins bonne', 'réponses témoins seraient moins bonnes')} : lisez-les avant de publier.`,
    propose: 'Proposer à la publication',
    proposed: (authors: readonly string[]) =>
      `Proposé à la publication par ${list(authors)}. Pour le modifier encore, reprenez-le.`,
    takeBack: 'Reprendre pour modifier',
    drop: {
      submit: 'Supprimer ce brouillon',
      hint: 'Tout ce qu’il change est perdu, et ne se retrouve pas. La base en service reste comme elle est.',
      confirm: 'Oui, supprimer pour de bon',
    },
    needsOther:
      'Une autre personne que vous, ayant le droit de publication, doit le publier : c’est la règle de cette installation.',
    needsRole: 'Une personne qui a le droit de publication le publiera.',
    only: 'Rien n’est en service avant la publication. Elle garde une copie de la base d’avant, et s’annule d’une pression.',
  },
  refusals: {
    nothing: 'Ce brouillon ne change rien : rien n’a été publié.',
    gone: 'Ce brouillon vient d’être modifié ou publié dans une autre fenêtre : relisez-le, puis recommencez.',
    'changed-since':
      'Quelqu’un a modifié la base depuis le début de ce brouillon : rien n’a été publié, et rien de votre travail n’est perdu. Reportez-le sur la base d’aujourd’hui, relisez, puis publiez.',
    unwritable:
      'Les fichiers de la base ne peuvent pas être écrits : rien n’a changé. Prévenez la personne qui exploite l’assistant (droits du dossier DATA_DIR, place sur le disque).',
    wrong: 'La base serait fausse : rien n’a été publié. Corrigez ce qui est dit plus haut.',
  },
  stale: {
    text: 'Quelqu’un a modifié la base depuis le début de ce brouillon. Rien de votre travail n’est perdu : reportez-le sur la base d’aujourd’hui pour voir ce qu’il change et le publier.',
    submit: 'Reporter sur la base d’aujourd’hui',
    clashes: 'Ces valeurs ont été changées par vous et par quelqu’un d’autre. Laquelle garder ?',
    clash: (record: string, field: string) => `${record}, ${field}`,
    mine: 'La vôtre',
    theirs: 'Celle qui est en service',
    keepMine: 'Garder les miennes',
    keepTheirs: 'Garder celles qui sont en service',
  },
  publications: 'Publications',
  noPublication: 'Rien n’a encore été publié d’ici.',
  publication: (at: string, name: string, authors: readonly string[]) =>
    `Le ${at}, par ${name}${authors.length === 1 && authors[0] === name ? '' : ` (écrit par ${list(authors)})`}`,
  undone: (at: string, name: string) => `Annulée le ${at} par ${name}`,
  rollBack: 'Annuler cette publication',
  rollBackRefusals: {
    nothing: 'Il n’y a aucune publication à annuler.',
    'changed-since':
      'La base a été modifiée autrement depuis cette publication (import, ou fichier édité) : l’annuler perdrait ces changements. Corrigez les fiches.',
    unwritable:
      'Les fichiers de la base ne peuvent pas être écrits : rien n’a changé. Prévenez la personne qui exploite l’assistant.',
  },
};

/** What the desk says of questions whose answers are known to be right. */
export const DESK_QUESTIONS = {
  title: 'Questions témoins',
  intro:
    'Des questions dont la bonne réponse est connue. Elles sont toutes reposées avant chaque publication : si l’une reçoit une autre réponse, vous le voyez.',
  count: (count: number, failing: number) =>
    `${plural(count, 'question', 'questions')}${failing === 0 ? ', toutes bien répondues aujourd’hui' : `, dont ${failing} qui ne reçoivent plus la bonne réponse`}.`,
  failing: 'Ne reçoivent plus la bonne réponse',
  add: {
    title: 'Ajouter une question',
    label: 'Question',
    hint: 'La réponse d’aujourd’hui sera gardée comme la bonne : lisez-la d’abord.',
    look: 'Voir la réponse',
    submit: 'Cette réponse est juste : garder la question',
    empty: 'Écrivez une question, de 500 caractères au plus.',
  },
  find: 'Chercher une question',
  findSubmit: 'Chercher',
  all: 'Les dernières ajoutées',
  found: (count: number) => plural(count, 'question trouvée', 'questions trouvées'),
  drop: 'Retirer',
  keepNow: 'La réponse d’aujourd’hui est la bonne',
};

/** What is told at the top of a page after something was done, by the word that the address holds. */
export const DESK_NOTICES: Readonly<Record<string, string>> = {
  temoin: 'Question témoin gardée.',
  'temoin-retire': 'Question témoin retirée.',
  traite: 'Demandes marquées traitées.',
  efface: 'Demandes effacées.',
  publie: 'Publié. Les nouvelles réponses sont en service dans la seconde.',
  annule: 'Publication annulée. La base d’avant est en service dans la seconde.',
  propose: 'Brouillon proposé à la publication.',
  repris: 'Brouillon repris : vous pouvez le modifier.',
  supprime: 'Brouillon supprimé.',
  retire: 'Cette fiche n’est plus changée par le brouillon.',
  reporte: 'Brouillon reporté sur la base d’aujourd’hui : relisez ce qu’il change.',
  enregistre: 'Enregistré dans votre brouillon. Voici ce qui changerait.',
};
