import { phrases } from './phrases';

/** What people try on any assistant, and names of other funds: no record answers them, though many share words with the records. */
export const OFF_TOPIC_PHRASES = phrases(`
    quoi comme temps | comme temps demain | temps demain | quel temps demain | lettre de motivation | mon cv |
    ecris moi une lettre | write me a letter | cover letter | une chanson | chante | sing me | devinette |
    riddle | quel temps | quel temps fait il | quel temps fera t il | kel temps | fera t il beau |
    il fera beau | il va pleuvoir | va t il pleuvoir | il pleut | meteo de demain | meteo demain |
    meteo du week end | meteo a | temperature a | canicule | weather forecast for | weather forecast |
    weather like | will it rain | is it going to rain | is it raining | weather today | weather tomorrow |
    recette de | recette du | recette des | recipe for | raconte une blague | raconte moi une blague |
    une blague | tell me a joke | a joke | ecris un poeme | ecris moi un poeme | un poeme |
    ecris moi un sonnet | un sonnet | write me a poem | a poem | write a poem | ecris un script |
    python script | script python | du code | write code | write a program | coupe du monde | world cup |
    ligue des champions | tour de france | jeux olympiques | olympics | roland garros | match de |
    score du match | qui gagnera | qui va gagner | election presidentielle | prochaine presidentielle |
    voter pour qui | pour qui voter | who will win the election | presidential election | traduis |
    traduire ce texte | translate this | translate the | traduction de | horoscope | loto | loterie | lottery |
    cours de bourse | cours de l action | cac 40 | bitcoin | cryptomonnaie | stock price | share price |
    billet de train | train ticket | reserver un billet | reserver une table | book a table | book me |
    reserve moi | commander une pizza | pizza | meilleur restaurant | restaurant near | un hotel a | hotel a |
    capitale de | capital of | population de | how old is | quel age a | quelle heure est il | what time is it |
    system prompt | previous instructions | ignore all previous | ignore previous | ignore les instructions |
    smic | minimum wage | point d indice | gagne par mois | combien gagne | quel salaire | le salaire de |
    mobile number | phone number | numero de portable | numero de telephone de | est nee en | est ne en |
    nee en quelle annee | ne en quelle annee | average age | age moyen | date de naissance de |
    which antibiotic | what dose | quelle dose | teletravail par semaine | a la cantine`);

/** Calls that never were: the sixth and beyond. */
function callsThatNeverWere(): readonly string[] {
  const nouns = ['appel', 'appel a projets', 'call', 'call for projects', 'round'];
  const ordinals = [
    ...['sixieme', 'septieme', 'huitieme', 'neuvieme', 'dixieme', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
    ...[6, 7, 8, 9, 10].flatMap((number) => [`${number}e`, `${number}eme`, `${number}th`]),
  ];
  return ordinals.flatMap((ordinal) => nouns.map((noun) => `${ordinal} ${noun}`));
}

/** Other funds, and what only one's own account or office could tell: no record answers them, whatever else is said. */
const BEYOND = phrases(`
    donnees sont a jour | donnees sont elles a jour | base est a jour | base est elle a jour | fiches sont a jour |
    fiches sont elles a jour | your data up to date | data is up to date | records up to date |
    numero de telephone | numero de portable | phone number | adresse mail | adresse e mail | email address |
    jours de teletravail | comment je declare | m ecrire une lettre | ecrire une lettre | agent traitant |
    dois je voter | a votre avis | a ton avis | votre avis | ton avis | ton opinion | votre opinion | qu en pensez vous |
    qu en penses tu | in your opinion | your opinion | what do you think of | what do you think about |
    retenus l annee prochaine | retenu l annee prochaine | seront retenus | seront selectionnes |
    will be selected | will be chosen next | fonds vert | dsil | detr | feder | fse | erdf | france relance |
    plan de relance | france 2030 | programme d investissements d avenir | pia 4 | fnadt | green fund |
    recovery plan | fonds barnier | fonds europeens | fonds social europeen | horizon europe |
    plan france tres haut debit | ftap 3 | ftap3 | ftap iii | troisieme ftap | mon mot de passe |
    mot de passe oublie | reinitialiser mon mot | reset my password | a mon nom | mon salaire |
    ma fiche de paie | my payslip | points sur mon permis | points de permis | me connecter a mon compte |
    mon compte est bloque | my account is blocked | ou en est ma demande | where is my application |
    prendre rendez vous | book an appointment | sollicite un delai | sollicite une remise | sollicite un rendez vous |
    combien je dois payer | combien dois je payer | perdu ma carte | contester ma | contester mon | contester mes |
    renew a passport | passeport est perime | passeport perime |
    perdu mon permis | help me pay | lost my licence | lost my passport | contest my |
    maprimerenov | ma prime renov | coeur de ville |
    petites villes de demain | how do i renew | how can i renew | you help me pay | help me pay it`);

export const BEYOND_PHRASES = [...BEYOND, ...callsThatNeverWere()];
