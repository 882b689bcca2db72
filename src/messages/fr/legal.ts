import { part, type Sentences, type TextBlock, type TextDocument } from '../sentences';

const UPDATED = 'Texte à jour au 25 novembre 2026.';

interface PrivacyFacts {
  readonly contact: string | undefined;
  readonly days: { readonly conversation: number; readonly inbox: number };
}

/** What is kept of people and on which terms the assistant may be used: two pages that claim nothing which the program does not do. */
export const fr = {
  privacy: ({ contact, days }: PrivacyFacts): TextDocument => ({
    title: 'Vos données',
    parts: [
      part('En bref', [
        [
          'l’assistant est un automate : il n’a besoin ni de votre nom ni d’aucune donnée personnelle, n’en écrivez pas ;',
          'il ne demande aucun compte, ne dépose aucun cookie, ne mesure aucune audience et ne sert aucune publicité ;',
          `une conversation est effacée après ${days.conversation} jours sans message ; ce que vous transmettez à l’équipe, après un an ;`,
          'dans Teams, vos messages passent aussi par Microsoft ; sur le site de l’assistant et dans les sites qui l’intègrent, rien ne sort de son serveur.',
        ],
      ]),
      part('Qui est responsable', [
        'Le responsable du traitement est le service qui publie cette installation de l’assistant. C’est lui qui l’inscrit à son registre et qui en fixe la base légale : pour une administration, en principe, sa mission d’intérêt public (article 6, paragraphe 1, point e du RGPD).',
        contactBlock(contact),
      ]),
      part('Ce qui est gardé', [
        'Sur le serveur de l’assistant, et nulle part ailleurs :',
        [
          `les conversations, pour que vous puissiez les poursuivre : sur le web, les messages échangés ; dans Teams, vos dernières questions. S’y ajoutent où en est la conversation et, si vous les dites, l’administration ou la région dont vous êtes (« nos projets », « ma région »). Effacées après ${days.conversation} jours sans message ;`,
          `vos avis, vos signalements et les questions restées sans réponse, avec les trois questions d’avant, la date, la langue et l’endroit (Teams ou web), pour corriger et compléter les réponses. Effacés après ${days.inbox} jours. Ils ne portent ni votre nom ni d’identifiant ;`,
          'vos abonnements (« préviens-moi si… ») : ce que vous suivez et la conversation où vous prévenir. Ils sont gardés jusqu’à ce que vous les arrêtiez, et effacés après un an sans avis envoyé ni message de votre part ;',
          'les identifiants que le web ou Teams donnent à une conversation, nécessaires pour y répondre.',
        ],
        'Dans les avis, les signalements et les questions sans réponse, les adresses électroniques, les numéros de téléphone, de sécurité sociale et de compte, et les noms annoncés (« je suis… ») ou qu’un prénom courant accompagne sont masqués avant l’écriture. Ce masquage est automatique : il peut laisser passer un autre nom.',
      ]),
      part('Ce qui n’est pas gardé', [
        [
          'les questions posées par la version sans JavaScript : elles sont écrites dans l’adresse de la page, donc dans l’historique de votre navigateur, mais l’assistant n’en garde rien ;',
          'les fichiers et les notes à emporter : ils sont calculés quand vous ouvrez leur lien, qui vaut 24 heures ;',
          'les adresses IP : l’assistant ne les écrit pas. Il les compte en mémoire, une heure au plus, pour que personne n’empêche les autres de s’en servir. Le service qui l’héberge peut tenir, devant lui, un journal technique des accès, sous sa responsabilité.',
        ],
        'Le journal technique de l’assistant ne contient ni le texte des messages ni d’identifiant de personne. Aucune question ne sert à entraîner un modèle, et aucune décision n’est prise à votre sujet.',
      ]),
      part('Dans votre navigateur', [
        'Aucun cookie. Le navigateur garde, dans le seul onglet de la conversation, le jeton qui permet de la retrouver quand la page est rechargée ; il disparaît avec l’onglet. Il est nécessaire au service que vous demandez et ne demande donc pas de consentement. La page ne charge rien depuis un autre site.',
      ]),
      part('Dans Teams', [
        'Vos messages à l’assistant et ses réponses passent par les services de Microsoft, qui les gardent dans Teams selon le contrat et les réglages de votre organisation. L’effacement fait ici n’efface pas ce que Teams montre. Avec chaque message, Teams donne à l’assistant un identifiant et un nom pour vous et pour la conversation.',
      ]),
      part('Vos droits', [
        'Vous avez le droit d’accéder à vos données, de les faire rectifier ou effacer, d’en faire limiter l’usage et de vous y opposer (articles 15 à 21 du RGPD).',
        [
          'sur un site qui intègre l’assistant : le bouton « Oublie-moi » efface la conversation tout de suite. Il n’en reste qu’une marque sans contenu, qui empêche de la rouvrir. Vos avis, vos signalements et les questions restées sans réponse n’en font pas partie et sont gardés comme il est dit plus haut ;',
          'ailleurs, écrivez au service qui publie l’assistant, en disant quand et où vous avez parlé à l’assistant ;',
          'les avis, les signalements et les questions sans réponse ne disent pas de qui ils viennent : pour en retrouver un, il faut en donner les mots et la date.',
        ],
        contactBlock(contact),
        'Si la réponse ne vous convient pas, vous pouvez saisir le délégué à la protection des données de ce service, puis la CNIL (www.cnil.fr, ou 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07).',
        UPDATED,
      ]),
    ],
  }),
  terms: ({ contact }: Pick<PrivacyFacts, 'contact'>): TextDocument => ({
    title: 'Conditions d’utilisation',
    parts: [
      part('Ce qu’est l’assistant', [
        'Un automate qui répond aux questions sur les projets que finance le fonds pour la transformation de l’action publique (FTAP). Il cherche et calcule dans une base de fiches établies à partir de sources publiques, sans modèle de langue ni intelligence artificielle générative. Il est gratuit et ne demande pas de compte. Le service qui publie cette installation en est responsable.',
        contactBlock(contact),
      ]),
      part('Ce que valent les réponses', [
        [
          'chaque chiffre est donné avec sa source et la date de celle-ci : il peut avoir changé depuis ;',
          'beaucoup de montants viennent d’annonces ou de la presse : ce sont des prévisions, pas des résultats constatés ;',
          'quand deux sources se contredisent, les deux sont montrées ; quand aucune ne donne un chiffre, la réponse est « non publié », ce qui ne veut pas dire zéro ;',
          'un total dit sur combien de projets il porte ; des montants de nature différente ne sont pas additionnés ;',
          'la base ne contient pas tous les projets financés, et une question peut être mal comprise : vérifiez que la réponse parle bien de ce que vous demandiez.',
        ],
        'Les réponses ne remplacent pas les documents officiels et n’engagent pas les organismes cités. Remontez à la source avant de décider ou de publier.',
        'Une erreur ? Écrivez « signaler une erreur » à l’assistant.',
      ]),
      part('Ce qui vous est demandé', [
        [
          'n’écrivez ni donnée personnelle, ni information protégée par un secret ou réservée à votre service ;',
          'ne cherchez pas à empêcher l’assistant de fonctionner : au-delà d’un certain nombre de messages, il refuse les suivants ;',
          'citez les sources quand vous reprenez une réponse.',
        ],
      ]),
      part('Ce qui est promis, et ce qui ne peut pas l’être', [
        'Les questions sont traitées comme le dit la page « Vos données ». L’assistant peut être arrêté, changé ou indisponible : aucun taux de disponibilité n’est promis. Le logiciel est publié sous licence MIT, sans garantie. Ces conditions ne retirent rien aux droits que la loi vous donne.',
      ]),
      part('Dans Teams et dans les autres sites', [
        'L’usage de Teams relève du contrat de votre organisation avec Microsoft. Un site qui intègre l’assistant reste responsable de ses propres pages.',
        UPDATED,
      ]),
    ],
  }),
};

function contactBlock(contact: string | undefined): TextBlock {
  return contact === undefined
    ? 'Le service qui publie l’assistant doit indiquer ici comment le joindre ; cette installation n’en dit encore rien. Adressez-vous à qui vous a donné l’adresse de l’assistant.'
    : { sentence: 'Pour le joindre :', contact };
}

export type LegalMessages = Sentences<typeof fr>;
