import type { Sentences } from '../sentences';
import { plural } from './answers';
import { fr as widget } from './widget';

/** What is answered to what people say to the assistant rather than ask of its records. */
export const fr = {
  said: {
    greeting:
      'Bonjour ! Posez-moi une question sur les projets du FTAP : un thème, un ministère, un projet, un montant.',
    thanks: 'Avec plaisir. Une autre question ?',
    goodbye: 'Au revoir, et bonne journée.',
    help: 'Je réponds sur les projets financés par le fonds pour la transformation de l’action publique. Vous pouvez demander : les projets d’un thème, d’un ministère ou d’une région ; le porteur, le coût, le financement, les économies, l’avancement ou les sources d’un projet ; un total, une moyenne, un classement, une comparaison ; une information sur le fonds lui-même. Pour être prévenu d’un changement : « préviens-moi si Mentor change » ; pour voir ou arrêter ce que vous suivez : « mes abonnements ». Vos mots, fautes comprises, me suffisent.',
    'how-it-works':
      'Je lis les mots de votre question, je cherche les fiches qui s’y rapportent, je calcule s’il le faut, et je cite mes sources. Sans modèle de langue, je n’invente rien, mais je peux mal comprendre : après une réponse, demandez « pourquoi ? ».',
    complaint:
      'Je regrette que la réponse n’ait pas convenu. Dites-moi ce qui manque ou ce qui est faux, ou posez la question avec d’autres mots.',
    insult: 'Je comprends que cela agace. Posez votre question autrement, ou dites ce qui n’allait pas : cela servira.',
    praise: 'Merci ! Une autre question ?',
    reaction: 'C’est noté. Que voulez-vous savoir d’autre ?',
    test: 'Je vous reçois : tout fonctionne. Vous pouvez poser votre question.',
    'not-understood':
      'Je le dis plus simplement : je connais des projets de l’État, ce qu’ils font, qui les porte et ce qu’ils coûtent. Écrivez un sujet ou le nom d’un projet, avec vos mots.',
    signature: 'Je ne lis là qu’une signature. Quelle est votre question ?',
    reckoning: 'J’ai calculé sur les nombres de notre échange, sans vérifier ceux que vous donnez.',
    cancel: 'D’accord, je laisse ça. Que voulez-vous savoir ?',
    form: 'Je redis les fiches et les chiffres tels qu’ils sont. Je peux donner les seuls noms d’une liste (« juste les noms »), la première phrase d’une fiche (« en une phrase »), trier une liste (« trie par nom ») ; pour un tableau à emporter, écrivez « exporter » dans la conversation.',
  },
  /** `operator`: who runs the assistant; null when nobody said. */
  identity: (operator: string | null) =>
    `Je suis un assistant automatique, sans modèle de langue : je cherche dans une base de fiches sourcées sur les projets du FTAP, je calcule et je cite mes sources.${operator === null ? '' : ` Je suis mis à disposition par : ${operator}.`}`,
  /** What the answers rest on, and the date of the newest source, in words; null when none is dated. */
  sources: ({ projects, facts, sources, newest }: SourcesTold) =>
    `Je m’appuie sur ${plural(projects, 'fiche de projet', 'fiches de projets')} et ${plural(facts, 'information', 'informations')} sur le fonds, tirées de ${plural(sources, 'source publique', 'sources publiques')} : pages de l’État, rapports, presse.${newest === null ? '' : ` La plus récente date ${ofDate(newest)}.`} Chaque réponse donne les siennes avec leur date ; depuis, un chiffre a pu changer.`,
  /** `contact`: where a person answers; null when none was set. `canReport`: a mistake can be reported here. */
  human: (contact: string | null, canReport: boolean) => {
    if (contact !== null) return `Je suis un automate. Pour écrire à une personne : ${contact}`;
    const none = 'Je suis un automate, et aucune adresse n’a été indiquée pour joindre une personne.';
    return canReport
      ? `${none} Vous pouvez signaler une erreur ou une question sans réponse : l’équipe le lira.`
      : none;
  },
  /** Days that a conversation and what is left to the team are kept; null where nothing is. */
  privacy: (kept: KeptDays | null) =>
    kept === null
      ? 'Ici, rien n’est gardé : chaque question est lue, puis oubliée. N’écrivez tout de même aucune donnée personnelle.'
      : `Cette conversation est gardée ${kept.conversation} jours après le dernier message, puis effacée. Les avis, les signalements et les questions restées sans réponse sont gardés ${kept.inbox} jours, sans votre nom. N’écrivez aucune donnée personnelle ; pour que j’oublie tout de suite : « Oublie-moi ».`,
  /** The answer before follows; else it is asked what is meant. */
  challenge: (hasAnswer: boolean) =>
    hasAnswer
      ? 'Voici ce que disent les sources :'
      : 'Qu’est-ce qui vous semble faux ? Citez le projet ou le chiffre, et je vous dis ce qu’en disent les sources.',
  repeat: (hasAnswer: boolean) =>
    hasAnswer ? 'Je répète :' : 'Je n’ai encore rien à répéter. Quelle est votre question ?',
  language: (hasAnswer: boolean) =>
    hasAnswer
      ? 'Bien sûr, en français :'
      : 'Bien sûr, parlons français. Je réponds dans la langue de votre question, en français ou en anglais.',
  /** What is erased, what is left, and what erases that; `kept` is null where nothing is kept. */
  forgotten: (place: 'page' | 'teams', kept: KeptDays | null) =>
    [
      'C’est oublié : ce dont nous parlions et ce que vous suiviez. Je ne vous préviens plus de rien.',
      place === 'teams'
        ? 'Les messages que Teams affiche se suppriment dans Teams.'
        : `Les messages affichés ici restent gardés. Pour les effacer aussi : « ${widget.forget} », sous l’icône « ${widget.notice} » en haut de la page, ou à côté de la conversation sur un grand écran.`,
      ...(kept === null
        ? []
        : [
            `Les avis, les signalements et les questions restées sans réponse, sans votre nom, sont gardés ${kept.inbox} jours.`,
          ]),
    ].join('\n'),
  /** Orders and questions to be pressed. Orders are said in words that `orders` in data/grammar holds. */
  offers: {
    report: 'Signaler une erreur',
    opinion: 'Donner mon avis',
    rephrase: 'Reformuler',
    forget: 'Oublie-moi',
    who: 'Qui es-tu ?',
    how: 'Comment trouves-tu tes réponses ?',
    sources: 'De quand datent tes données ?',
  },
};

/** « du 20 août 2026 », « d’août 2026 », « de 2026 » */
function ofDate(date: string): string {
  if (/^\d{1,2}(?:er)? /u.test(date)) return `du ${date}`;
  return /^[ao]/u.test(date) ? `d’${date}` : `de ${date}`;
}

export type SmalltalkMessages = Sentences<typeof fr>;

export interface SourcesTold {
  readonly projects: number;
  readonly facts: number;
  readonly sources: number;
  readonly newest: string | null;
}

export interface KeptDays {
  readonly conversation: number;
  readonly inbox: number;
}
