import { fold } from './fold';

/** Words that carry no subject in a question on projects: articles, pronouns, auxiliaries, politeness, the scaffolding of asking. */
export function isFunctionWord(folded: string): boolean {
  return folded.length === 1 ? !/\d/.test(folded) : FUNCTION_WORDS.has(folded);
}

/** Words of everyday French and English. They may be the subject, but are never taken for a typo of a word of the data. */
export function isCommonWord(folded: string): boolean {
  return FUNCTION_WORDS.has(folded) || COMMON_WORDS.has(folded);
}

const FUNCTION_WORDS = wordSet(`
  le la les un une des de du au aux ce cet cette ces ca cela celui celle ceux celles ceci ci mon ma mes ton ta tes son sa ses notre nos votre vos
  leur leurs je tu il elle on nous vous ils elles me te se moi toi lui eux soi y en qui que quoi dont ou quel quelle quels quelles lequel laquelle
  lesquels lesquelles et mais donc or ni car si puis alors aussi ainsi comme quand lorsque comment pourquoi parce afin pour par sur sous dans avec
  sans vers chez entre depuis pendant contre hors selon lors apres avant jusque jusqu tres trop plus moins peu beaucoup bien mal assez tout toute tous
  toutes meme memes autre autres chaque quelque quelques plusieurs aucun aucune rien personne pas ne non oui deja encore toujours jamais ici la-bas
  maintenant aujourd hui est es suis sommes etes sont etait etaient ete etre sera seront serait soit ai as a avons avez ont avait avaient aura auront
  aurait auriez avoir eu fait faire fais faites font va vont aller vais peut peux peuvent pouvez pourriez pourrait pouvoir pourrais dois doit doivent
  devez devrait devraient devoir veut veux voulez voudrais voudrait vouloir sait sais savez sauriez savoir faut faudrait il-y-a est-ce qu c d l s n m t j
  bonjour bonsoir salut coucou hello merci svp plait cordialement bien-cordialement madame monsieur mme mr avance infiniment hasard grace
  dire dis dites dit donne donnez donner donnent montre montrez montrer affiche affichez liste lister listez listes cherche chercher recherche-je trouve trouver trouvez
  finalement actuellement justement simplement seulement franchement honnetement visiblement apparemment connais connaissez connait connaitre parle parlez parler explique expliquez expliquer presente presentez interesse interessent interesser concerne concernent
  concernant concerner touche touchent toucher traite traitent traiter porte-sur relatif relatifs relative relatives relation lien lie lies rapport propos sujet sujets
  question questions reponse reponses information informations info infos renseignement renseignements precisement exactement vraiment environ notamment
  ras bol marre souviens souvient souvenez souvenir rappelle rappelez hier quelqu
  projet projets dossier-ftap laureat laureats laureate laureates initiative initiatives programme-s existe existent existant existe-t-il quelquechose chose choses truc trucs
  svp besoin aimerais souhaite souhaiterais souhaiterait voudriez permet permettent sert servent servir utilise utilisent utiliser utilisant
  finance finances financees financee financer finance-t-il soutenu soutenus soutenue soutenues soutient aide-t-il base fiche note sous-main main matiere cote cotes genre type types sorte
  cadre objectif but sens sinon autant voir vois voit regarde cordialement remettre prepare preparer bon alors donc voila hein quoi-donc dites-moi svp monsieur ensemble ailleurs total-e via etc fois dessus dessous largement
  the an of to in on at by for from with about into over under and or but not no nor so than then too very as is are was were be been being am do does did done
  has have had having can could may might shall should will would must this that these those it its they them their he she his her we us our you your my mine
  i me who whom whose which what when where why how any some all every each both either neither many much more most less least few other another such only just also
  there here please thanks thank hello hi hey dear sir madam me show list give tell find want need like know get got anything something nothing thing things
  project projects scheme schemes initiative winners winner awarded related deal deals dealing concern concerning regarding aimed aim help helps out up off if whether go goes went
  one ones lot lots bit kind sort say says said see look looking going let lets make makes made put
`);

const COMMON_WORDS = wordSet(`
  temps demain hier semaine mois annee annees jour jours heure heures matin soir nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril
  mai juin juillet aout septembre octobre novembre decembre printemps ete automne hiver monde pays ville villes village rue route maison maisons famille enfant enfants homme
  hommes femme femmes pere mere fils fille ami amis gens personnes vie mort travail metier argent prix euro euros million millions milliard milliards centime millier milliers nombre
  numero point points partie cas cause effet idee idees image histoire livre film musique chanson blague sport football match foot coupe jeu jeux joueur equipe
  manger boire dormir courir marcher venir partir rester passer prendre mettre mis mise tenir lire ecrire ouvrir fermer payer acheter vendre demander repondre attendre entendre
  comprendre apprendre penser croire aimer changer raconter raconte gagner perdre commencer finir finir arriver arrive donner-sur recevoir recu recus recue obtenu obtenus obtenue verse
  verser versee versees paye payes payer coute couter cher chere chers cheres grand grande grands grandes gros grosse petit petite petits petites nouveau nouvelle nouveaux nouvelles vieux
  vieille bon bonne bons bonnes mauvais beau belle premier premiere deuxieme second seconde troisieme quatrieme cinquieme dernier derniere derniers prochain prochaine
  jeune jeunes long longue court haut haute bas basse fort forte faible possible impossible vrai vraie faux fausse facile difficile simple rapide lent vite souvent parfois
  seul seule seulement uniquement ensuite enfin surtout presque peut-etre dehors dedans devant derriere loin pres autour cause-de malgre sauf quant
  zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille
  meteo pluie soleil neige voiture voitures train avion velo moto bus telephone ordinateur internet site page mail adresse carte cartes cle numero code mot mots lettre
  seance seances president ministre ministres maire deputes depute senateur gouvernement parlement loi lois vote election elections parti politique politiques salaire salaires impot paie retraite retraites conge
  conges greve syndicat syndicats chef chefs directeur directrice sous-directrice collegue collegues bureau bureaux equipe reunion email courriel rendez
  recette gateau cuisine restaurant hotel plage vacances fete anniversaire noel cadeau chien chat chats animal animaux arbre fleur fleurs eau feu terre ciel air
  blanc noir rouge vert verte bleu jaune couleur bouche tete yeux oeil corps coeur pied bras sang medecin hopital maladie malade docteur pharmacie vaccin
  francais francaise francaises france paris europe europeen anglais anglaise allemand espagnol americain italie espagne allemagne angleterre chine russie
  time day days week month year years today tomorrow yesterday morning night hour man men woman women people child children life work job jobs money price pound pounds dollar
  world country city town street house home family friend friends school water food weather rain sun news book movie music song joke game games football cup world team player player won win
  wins lose lost play run runs running behind write written read reading speak spoken talk open opened close start started begin began end ended come came take took taken keep kept
  good better best bad worse worst big bigger biggest small smaller smallest large larger largest great high higher highest low lower lowest old new young long short
  first second third fourth fifth last next same different own able sure right wrong true false easy hard fast slow early late now never always often sometimes ever still
  already again before after between during through across against since until while because though although however around near far away back down
  number numbers part place case point group problem fact question answer script python code sort sorts list lists program word words name names called
  english french german spanish american british europe germany england state states government minister president law laws court police public private
  why-not really actually maybe perhaps exactly quite almost together alone another everything everyone nobody someone
`);

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/).map(fold));
}
