/** Times are told as people of France read them, whatever the clock of the machine. */
const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' });

const ROLES = { reader: 'lecture', editor: 'rédaction', publisher: 'publication' } as const;

/** What the editors' desk says: signing in, the menu, the journal. In French: those who keep the data are. */
export const DESK = {
  name: 'Atelier des fiches',
  skip: 'Aller au contenu',
  menuLabel: 'Atelier',
  menu: {
    inbox: 'Demandes',
    records: 'Fiches',
    drafts: 'Brouillons et publications',
    questions: 'Questions témoins',
    health: 'État de la base',
    usage: 'Fréquentation',
    journal: 'Journal',
  },
  roles: ROLES,
  leave: 'Se déconnecter',
  toDesk: 'Revenir à l’atelier',
  moment: (iso: string) => MOMENT.format(new Date(iso)),
  signIn: {
    title: 'Entrer dans l’atelier',
    byLink:
      'On entre par un lien personnel, valable quinze minutes et une seule fois. Demandez-le à la personne qui exploite l’assistant ; elle le fait par cette commande :',
    once: 'Ce lien ne sert qu’une fois. Il ouvre l’atelier pour huit heures dans ce navigateur.',
    enter: 'Entrer',
    openId: {
      enter: 'Se connecter',
      welcome: (name: string) => `Bonjour ${name}.`,
      silent: 'Le service de connexion ne répond pas. Réessayez dans quelques minutes, ou entrez par un lien.',
      state:
        'Cette connexion n’a pas été commencée dans ce navigateur, ou elle a duré plus de dix minutes. Recommencez.',
      refused: 'Le service de connexion n’a pas ouvert l’accès. Recommencez, ou entrez par un lien.',
      failed:
        'La connexion n’a pas pu être vérifiée. Recommencez ; si cela se répète, prévenez la personne qui exploite l’assistant.',
      unchecked:
        'Vous êtes bien identifié, mais le service de connexion dit que votre adresse électronique n’a pas été vérifiée, et le droit d’entrer tient à elle. Faites-la vérifier auprès de ce service, puis recommencez.',
      noRole:
        'Vous êtes bien identifié, mais vous n’avez pas accès à l’atelier. Demandez-le à la personne qui exploite l’assistant.',
    },
    refused: {
      unknown: 'Ce lien n’est pas un lien de l’atelier, ou il y a longtemps qu’il ne vaut plus. Demandez-en un autre.',
      used: 'Ce lien a déjà servi. Si ce n’est pas vous qui êtes entré, prévenez la personne qui exploite l’assistant ; demandez un autre lien.',
      expired: 'Ce lien ne vaut plus : il durait quinze minutes. Demandez-en un autre.',
    },
  },
  refused: {
    title: 'Action refusée',
    forged:
      'Ce formulaire ne vient pas d’une page de l’atelier ouverte dans votre session : rien n’a été fait. Rouvrez la page, puis recommencez.',
    role: (needed: string) =>
      `Votre accès ne le permet pas : il faut le droit de ${needed}. Rien n’a été fait ; demandez ce droit à la personne qui exploite l’assistant.`,
    signedOut: 'Vous n’êtes plus connecté : rien n’a été fait. Entrez de nouveau, puis recommencez.',
  },
  broken: {
    title: 'Fichiers à corriger',
    text: 'Les fichiers de la base ont été modifiés en dehors de l’atelier et ne peuvent plus être lus. L’assistant répond toujours d’après ceux d’avant. À corriger :',
  },
  unwritable: {
    title: 'Enregistrement impossible',
    text: 'Le disque de l’assistant est plein, ou en lecture seule : ce que vous demandiez n’est pas enregistré, ou pas en entier. Revenez à la page d’avant : ce que vous avez écrit y est encore. Prévenez la personne qui exploite l’assistant (place sur le disque, droits des dossiers DATA_DIR et VAR_DIR) ; quand c’est réparé, recommencez.',
  },
  journal: {
    title: 'Journal de l’atelier',
    intro: 'Qui a fait quoi, du plus récent au plus ancien. Les questions des personnes n’y sont jamais recopiées.',
    columns: { at: 'Quand', who: 'Qui', what: 'Quoi', about: 'Sur quoi' },
    nobody: 'personne non connectée',
  },
  acts: {
    'link-made': 'lien d’entrée créé',
    'link-refused': 'lien d’entrée refusé',
    'signed-in': 'entrée',
    'sign-in-refused': 'entrée refusée',
    'signed-out': 'sortie',
    'forged-form': 'formulaire venu d’ailleurs, refusé',
    'not-allowed': 'action refusée faute de droit',
    handled: 'demandes marquées traitées',
    erased: 'demandes effacées',
    'draft-changed': 'brouillon modifié',
    'draft-dropped': 'brouillon supprimé',
    'draft-proposed': 'brouillon proposé à la publication',
    'draft-taken-back': 'brouillon repris pour être modifié',
    'draft-rebased': 'brouillon reporté sur la base d’aujourd’hui',
    'publish-refused': 'publication refusée',
    published: 'publication',
    'rolled-back': 'publication annulée',
    'roll-back-refused': 'annulation d’une publication refusée',
    'question-kept': 'question témoin ajoutée',
    'question-dropped': 'question témoin retirée',
  },
  command: {
    usage: `Usage :
  npm run -s admin -- link --role reader|editor|publisher --name "Prénom Nom"
Fait un lien qui ouvre l’atelier des fiches (/admin) à cette personne, une seule fois, dans les quinze minutes. Il faut ADMIN=on. L’assistant peut
tourner pendant ce temps. Mode d’emploi : docs/editors.md.`,
    name: 'ligne de commande',
    off: 'L’atelier est fermé : mettez ADMIN=on dans les réglages, puis redémarrez l’assistant.',
    badName: 'Donnez un nom d’une ligne, de 80 caractères au plus : --name "Camille Martin"',
    made: (name: string, role: keyof typeof ROLES, minutes: number) =>
      `Lien pour ${name} (${ROLES[role]}), valable ${minutes} minutes et une seule fois :`,
  },
};
