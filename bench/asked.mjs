/**
 * Conversations written by hand for the benchmark, of every kind that the assistant gets. The list is fixed and stays in this folder, apart from
 * the golden questions of the tests, so that the times of two versions compare.
 */
const KINDS = {
  fact: `
    Quelles économies attend-on de Mentor ?
    combien coûte PILAT
    qui porte le bracelet anti-rapprochement ?
    Quel est le financement FTAP du Health Data Hub ?
    FICOBA 3 c koi
    ou en est LiDAR HD
    Who runs DossierFacile?
    Quand Intelligence emploi a-t-il été annoncé ?
    les partenaires de Trackdéchets
    Dans quel appel à projets Foncier innovant a-t-il été retenu ?
    Quel montant pour InSERRE ?
    total cost of the CFVR project
    A qui s'adresse le SI Fourrières ?
    sources sur Histologe
    Peux-tu me présenter Calypso en deux mots ?
    What is Géoplateforme?
    RECE budget
    Pourriez-vous me dire, s'il vous plaît, quel est le coût total de la procédure pénale numérique ?
    TNCP porteur
    Le projet France Sésame concerne quel territoire ?
  `,
  typo: `
    Quel est le cout de la geoplatforme ?
    inteligence emplois c'est quoi
    ecnomies de mentor
    finacement du helth data hub
    dossier facil
    qui porte le braclet anti raprochement
    numerique en detantion
    trakdechets
    la plateforme handycap
    resorbtion bidonville
    foncié inovant combien sa coute
    ou en est la procedur penal numerik
  `,
  theme: `
    Quels projets concernent le logement ?
    projets sur la justice
    je cherche tout ce qui touche aux impots
    Y a-t-il des projets pour l'environnement ?
    prisons
    Liste des projets sur la santé
    education
    which projects deal with housing?
    les projets utilisant l'intelligence artificielle
    dématérialisation des démarches
    Quels lauréats portent sur les données ouvertes ?
    agriculture et alimentation
    projets pour les étudiants
    que finance le fonds pour les personnes handicapées
    show me everything about taxes
    projets de cartographie
    transition écologique sauf numérique
    projets IA dans la fiscalité
    Emploi et formation
    sécurité routière
  `,
  organisation: `
    Quels projets porte la DGFiP ?
    projets du ministère de la Justice
    que fait l'IGN
    les lauréats de Bercy
    projets du ministère de l'Intérieur hors immigration
    DINUM
    What does the Ministry of Culture run?
    projets de la douane
    qu'est-ce que la Dihal a obtenu
    Cerema
    projets portés par une préfecture
    les projets des ministères sociaux
  `,
  place: `
    Quels projets en Occitanie ?
    projets en Bourgogne-Franche-Comté
    et dans le Nord ?
    Île-de-France
    What projects are there in Brittany?
    projets en région Grand Est
    quels projets couvrent toute la France
    projets à la Réunion
  `,
  period: `
    Quels sont les lauréats de 2018 ?
    lauréats du 3e appel à projets
    projets annoncés en 2019 sur les données
    winners of the second call
    projets du premier appel avec un coût connu
    lauréats de juin 2018
  `,
  aggregate: `
    Combien vont économiser les projets lauréats de 2018 ?
    combien de projets au total
    Combien de projets concernent la justice ?
    Quel est le coût total des projets de la DGFiP ?
    coût moyen d'un projet
    Quel projet coûte le plus cher ?
    top 3 des projets les plus financés
    médiane des financements
    les 5 projets les plus chers
    how many projects are about data?
    Quel est le plus petit financement ?
    total des financements par ministère
    combien de projets n'ont pas de montant connu
    What is the average funding?
    somme des économies attendues sur le logement
    quel ministère a reçu le plus
  `,
  amount: `
    projets de plus de 20 M€
    projets financés entre 5 et 10 millions d'euros
    moins d'un million d'euros
    projets qui coûtent plus de 30 millions
    projects with funding above 10 million
    financement d'au moins 15 M€ pour la justice
    économies supérieures à 2 millions
    lesquels ont reçu moins de 2 M€ en 2019
  `,
  comparison: `
    Compare Mentor et PILAT
    Health Data Hub ou Géoplateforme, lequel est le plus cher ?
    différence de coût entre CFVR et GMBI
    Compare the funding of LiDAR HD and OCS GE
    DossierFacile vs Histologe
    compare les projets sur les locataires et ceux sur les détenus
    TNCP, ROCSP et PCR : coûts ?
    qui a reçu le plus, InSERRE ou NED
  `,
  paraphrase: `
    l'outil qui repère les piscines non déclarées
    les voitures enlevées à la fourrière
    où dormir quand on est à la rue
    aider les femmes victimes de violences à ne plus croiser leur agresseur
    suivre les camions de déchets dangereux
    se former quand on est fonctionnaire
    constituer un dossier pour louer un appartement
    signaler un logement insalubre
    retrouver du travail en prison
    declarer un don d'argent a ses enfants
    droits des salariés expliqués simplement
    mesurer le relief de la France avec des avions
    tracking antibiotics given to animals
    payer ses impôts en retard
    autoriser un enfant à tourner dans un film
    savoir si un lycée pro mène à un emploi
    naissance à l'étranger acte de naissance
    compléments alimentaires déclaration
    bloquer les fraudeurs à la TVA grâce aux algorithmes
    expulsion des locataires qui ne paient plus
  `,
  programme: `
    Qu'est-ce que le FTAP ?
    Quel est le budget du fonds ?
    comment candidater
    Quels sont les critères de sélection ?
    combien de dossiers déposés au premier appel
    Who decides on the winners?
    que dit la Cour des comptes sur le fonds
    quand le fonds a-t-il été créé
    Quelle différence entre FTAP 1 et FTAP 2 ?
    qui instruit les dossiers
  `,
  'off-topic': `
    Quelle est la météo à Paris demain ?
    recette de la tarte aux pommes
    who won the world cup in 2018
    raconte-moi une blague
    combien gagne un préfet
    écris un script python qui trie une liste
    le projet Zéphyrion existe-t-il ?
    Quel est le budget du projet « Minos 2000 » ?
    asdf qwer zxcv
    ???
    quels horaires pour la piscine municipale de Limoges
    Do you like cats?
  `,
  smalltalk: `
    bonjour
    merci beaucoup !
    que sais-tu faire ?
    qui es-tu
    au revoir
  `,
  winding: `
    Bonjour, je prépare une note pour mon directeur et je voudrais savoir, si ce n'est pas trop demander, quels sont les projets du fonds qui ont un rapport avec le logement ou les locataires, merci d'avance
    Alors voilà, hier en réunion quelqu'un a parlé d'un outil de la DGFiP avec des photos aériennes, je ne me souviens plus du nom, est-ce que vous savez combien ça a coûté et qui s'en occupe aujourd'hui ?
    slt g besoin du montant ftap pr le projet des achats publics stp c pr ce soir
    URGENT LISTE DES PROJETS DE LA JUSTICE AVEC LES MONTANTS
    Dans le cadre d'un mémoire sur la modernisation de l'État, je m'intéresse aux projets lauréats qui portent sur les données publiques ; pourriez-vous m'indiquer ceux qui ont dépassé dix millions d'euros, et, le cas échéant, les sources ?
  `,
  'follow-up': `
    Quelles économies attend-on de Mentor ? > et son coût total ? > qui le porte ?
    Quels projets concernent le logement ? > et en Occitanie ? > seulement ceux de 2019
    projets de la DGFiP > le deuxième, c'est quoi ? > et le premier ?
    projets sur la justice > lequel a reçu le plus ? > et les autres ?
    Parle-moi de PILAT > et CFVR ? > compare-les
    lauréats de 2018 > seulement ceux de la Justice > combien ça fait ?
    Combien coûte InSERRE ? > et FICOBA 3 ? > pardon, je voulais dire GMBI
    Which projects deal with health? > what about their cost? > thanks
    projets IA > sauf ceux de la DGFiP > laisse tomber
    Quel est le budget du fonds ? > et au premier appel ? > et la seconde session ?
  `,
};

/** { kind, turns }: the turns of one conversation, in order. */
export const ASKED = Object.entries(KINDS).flatMap(([kind, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ kind, turns: line.trim().split(' > ') })),
);
