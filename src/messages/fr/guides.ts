import type { Sentences } from '../sentences';
import { either, list, projects } from './answers';

const moreProjects = (count: number): string => (count > 1 ? `encore ${count} projets` : 'encore un projet');

export const fr = {
  open: {
    find: 'Chercher un projet pas à pas',
    savings: 'Connaître les économies attendues',
    compare: 'Comparer des projets',
    note: 'Préparer une note',
    opinion: 'Donner mon avis',
    report: 'Signaler une erreur ou une question sans réponse',
  },
  menu: 'Je peux aussi vous guider :',
  back: 'Retour',
  cancel: 'Annuler',
  help: 'Aide',
  send: 'Envoyer',
  add: 'Ajouter',
  choose: 'Choisir',
  skip: 'Passer',
  cancelled: 'C’est annulé. Posez-moi une question quand vous voulez.',
  /** "Retour" when no guide is under way. */
  nothingUnderWay:
    'Il n’y a pas de question guidée en cours. Écrivez-moi votre question, ou laissez-vous guider ci-dessous.',
  alreadyFirst: 'C’est la première question.',
  /** Before the pending question, after something else was answered. */
  resumed: 'Reprenons.',
  staleButton:
    'Ce bouton appartient à une question qui n’est plus en cours : rien n’a été changé. Vous pouvez recommencer ci-dessous.',
  buttonOfAnother:
    'Cette question est posée à une autre personne de la conversation : rien n’a été changé. Pour répondre vous-même, commencez ci-dessous.',
  alreadyPressed: 'C’est déjà pris en compte.',
  unknownButton: 'Je ne connais pas ce bouton : rien n’a été changé. Écrivez-moi votre question.',
  /** In the place of the reply to a question that was edited into an order. */
  orderByEdit:
    'Cette question modifiée demande de faire quelque chose, et je ne le fais pas sur une modification : rien n’a été fait. Écrivez-le dans un nouveau message.',
  chosen: (labels: readonly string[]) => `Votre choix : ${labels.join(' › ')}`,
  /** On the card of a guide that has ended: what it led to is a message of its own. */
  resultBelow: 'La réponse suit.',
  /** Told by Teams under a card whose button began something in a message of its own. */
  goesOnBelow: 'La suite est dans la conversation, en bas.',
  /** Under a field that was sent empty, or with words that its list does not have. */
  chooseFromList: 'Choisissez dans la liste ; vos propres mots s’écrivent dans la conversation, en bas.',
  quoted: (words: string) => `« ${words} »`,
  /** "Oui" to a choice. */
  which: (examples: readonly string[]) => `Votre choix, précisément ? Répondez par exemple ${either(examples)}.`,
  /** The button of a list was pressed with nothing chosen in it. */
  nothingChosen: 'Rien n’est encore choisi : choisissez, ou écrivez votre réponse.',
  notAChoice: (said: string, examples: readonly string[]) =>
    `« ${said} » ne fait pas partie des choix. Répondez par exemple ${either(examples)}.`,
  withCount: (label: string, count: number) => `${label} (${count})`,
  anyOf: 'Peu importe',
  orType: 'Choisissez ci-dessous, ou tapez un nom.',
  find: {
    help: 'Je vous demande un thème, puis, si cela aide, un organisme ou un territoire, et je vous donne les projets qui répondent aux deux. Choisissez, ou écrivez vos propres mots : « tout » convient aussi.',
    askTheme: 'Quel thème vous intéresse ?',
    askLimit: (theme: string, count: number) =>
      `${theme} : ${projects(count)}. Voulez-vous vous limiter à un organisme ou à un territoire ?`,
    notATheme: (said: string, examples: readonly string[]) =>
      `Je ne reconnais pas de thème dans « ${said} ». Choisissez ci-dessous, ou écrivez par exemple ${either(examples)}.`,
    notALimit: (said: string, examples: readonly string[]) =>
      `Parmi ces projets, aucun n’est lié à « ${said} ». Choisissez ci-dessous, ou écrivez par exemple ${either(examples)}.`,
  },
  savings: {
    help: 'Je vous donne les économies attendues d’un projet, d’un thème, d’un ministère, d’un organisme ou de toute la base, en disant toujours sur combien de projets le chiffre est publié.',
    askScope: 'Les économies de quoi ?',
    scopes: {
      project: 'D’un projet',
      theme: 'D’un thème',
      ministry: 'D’un ministère ou d’un organisme',
      all: 'De tous les projets',
    },
    askProject: 'De quel projet ? Écrivez son nom, ou ce qu’il fait.',
    askTheme: 'De quel thème ?',
    askMinistry: 'De quel ministère ou organisme ?',
    notAMinistry: (said: string, examples: readonly string[]) =>
      `Je ne reconnais pas de ministère ni d’organisme porteur dans « ${said} ». Choisissez ci-dessous, ou écrivez par exemple ${either(examples)}.`,
  },
  pick: {
    label: 'Projet',
    placeholder: 'Écrivez un nom de projet',
    /** No project is called or described so; `near`: those whose names look like it. */
    notAProject: (said: string, near: readonly string[]) =>
      `Je ne reconnais pas de projet dans « ${said} ». ${near.length > 0 ? `Est-ce ${either(near)} ? Sinon, écrivez` : 'Écrivez'} son nom, son sigle ou ce qu’il fait.`,
    /** "Tous", where at most so many are picked. */
    notAll: (most: number) =>
      most > 1
        ? `${most} projets au plus : nommez-les. Pour tous à la fois, écrivez « exporte tous les projets ».`
        : 'Un seul projet à la fois : lequel ?',
    severalFit: (names: readonly string[]) => `Plusieurs projets correspondent : ${list(names)}. Lequel ?`,
    alreadyChosen: (name: string) => `${name} est déjà choisi.`,
    notEnough: (least: number) => `Il en faut au moins ${least}.`,
    tooMany: (most: number, left: readonly string[]) => `${most} au plus : je laisse de côté ${list(left)}.`,
  },
  compare: {
    help: 'Choisissez de deux à cinq projets, un par un ou plusieurs à la fois (« Mentor, PILAT et DossierFacile »), et je les mets côte à côte.',
    askFirst: 'Quels projets comparer ? De deux à cinq, un par un ou tous à la fois.',
    askMore: (names: readonly string[], left: number) =>
      left === 0
        ? `Votre choix : ${list(names)}. C’est le maximum : vous pouvez comparer.`
        : `Votre choix : ${list(names)}. Vous pouvez ajouter ${moreProjects(left)}${names.length >= 2 ? ', ou comparer' : ''}.`,
    done: 'Comparer',
  },
  note: {
    help: 'Choisissez de un à cinq projets : j’en fais une note d’une page par projet (objet, porteur, argent, économies, avancement, désaccords entre sources, sources), à imprimer ou à copier.',
    askFirst: 'Sur quels projets préparer la note ? De un à cinq, un par un ou tous à la fois.',
    askMore: (names: readonly string[], left: number) =>
      left === 0
        ? `Votre choix : ${list(names)}. C’est le maximum : vous pouvez préparer la note.`
        : `Votre choix : ${list(names)}. Vous pouvez ajouter ${moreProjects(left)}, ou préparer la note.`,
    done: 'Préparer la note',
    ready: (names: readonly string[]) => `La note est prête : ${list(names)}.`,
    impossible: 'Je ne peux pas donner de lien vers la note : l’adresse publique de l’assistant n’est pas réglée.',
    tooLarge: (count: number, most: number) =>
      `${projects(count)} : c’est trop pour une note, qui en prend ${most} au plus. Téléchargez leur tableau, ou choisissez-en quelques-uns.`,
    openPage: 'Page à imprimer',
    openMarkdown: 'Texte (Markdown)',
    expires: 'Ces liens sont valables 24 heures.',
  },
  /** Of an opinion or a mistake reported, on a day of a flood. */
  full: 'Trop de messages ont été laissés aujourd’hui : le vôtre n’a pas pu être gardé. Réessayez demain, s’il vous plaît.',
  opinion: {
    help: 'Une note de un à cinq, puis un mot si vous voulez. Votre avis est lu par l’équipe, sans votre nom.',
    askRating: 'Que pensez-vous de cet assistant ?',
    ratings: { '5': 'Très utile', '4': 'Utile', '3': 'Moyen', '2': 'Peu utile', '1': 'Inutile' },
    notARating: (said: string) =>
      `« ${said} » n’est pas une note. Répondez par un chiffre de 1 (inutile) à 5 (très utile), ou par un bouton.`,
    askText: 'Un mot pour expliquer ? Vous pouvez aussi passer.',
    textLabel: 'Votre avis',
    thanks: 'Merci, votre avis est transmis à l’équipe.',
  },
  report: {
    help: 'Dites ce qui est faux ou ce qui manque : l’équipe qui tient la base le lit, sans votre nom. Donnez la source si vous la connaissez.',
    askAbout: 'Que voulez-vous signaler ?',
    about: { data: 'Une erreur dans les données', answer: 'Une question restée sans réponse' },
    aboutProject: (project: string) => `Une erreur sur ${project}`,
    askProject: 'De quel projet s’agit-il ?',
    noProject: 'Aucun en particulier',
    askText: {
      data: 'Que faut-il corriger ? Donnez si possible la bonne valeur et sa source.',
      answer: 'Quelle question aurait dû recevoir une réponse ?',
    },
    askTextOn: (project: string) =>
      `${project} : que faut-il corriger ? Donnez si possible la bonne valeur et sa source.`,
    textLabel: 'Votre message',
    thanks: (project: string | null) =>
      `${project === null ? 'Merci' : `${project} : merci`}, c’est transmis à l’équipe qui tient la base.`,
  },
  text: {
    tooShort: 'Je n’ai rien reçu. Écrivez quelques mots, ou annulez.',
    /** "Oui" or "je ne sais pas" where a message is needed. */
    tooFew: 'Dites-en un peu plus, pour que l’équipe comprenne ; ou annulez.',
    tooLong: (most: number) => `C’est trop long : ${most} caractères au plus. Résumez, s’il vous plaît.`,
    keepOffer: 'Si cette phrase était votre message, vous pouvez la garder.',
    keep: 'Garder ma phrase',
    personalData: 'N’écrivez ni nom ni coordonnées : ils seraient effacés.',
  },
};

export type GuideMessages = Sentences<typeof fr>;
