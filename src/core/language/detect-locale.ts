import type { Locale } from './locale';

/**
 * The language of a question by its function words; null where they do not tell.
 *
 * @param folded words of the question, names of the data left out
 */
export function detectLocale(folded: readonly string[]): Locale | null {
  const french = folded.filter((word) => FRENCH.has(word)).length;
  const english = folded.filter((word) => ENGLISH.has(word)).length;
  if (french === english) return null;
  return french > english ? 'fr' : 'en';
}

const FRENCH = new Set(
  `le la les l un une des de du d au aux ce cet cette ces ca cela celui celle ceux et est sont ete etait en pour par sur dans avec sans qui que qu quoi quel quelle quels quelles
  combien ou quand comment pourquoi je j tu il elle on nous vous ils elles me m te t se s y mon ma mes ton ta son sa ses notre votre leur leurs ne n pas plus moins aucun aucune
  projet projets economies economie cout couts coute coutent financement finance appel fonds montant porteur porte portes merci bonjour bonsoir salut aide liste donne donnez
  parle compare comparer entre selon chez depuis avez avons ont fait faire faut peut peux pouvez veux voudrais sais seulement uniquement tous toutes tout bonne au revoir
  ministere etat logement logements impots prisons sante ecole pourriez etes suis puis quelque chose juste c sinon pardon laisse tomber lesquels lequel laquelle`.split(
    /\s+/,
  ),
);

/** Only words that no French sentence has: « a », « on », « an », « total », « question » are left out. */
const ENGLISH = new Set(
  `the of and are was were be been by for with from to in at that this these those which who whom whose what where when why how much many it its they them their he she we you i my your our
  do does did can could would should will has have had not no any some about only just more less than most least project projects fund funding funded savings saving cost costs call calls
  thanks thank hello hi hey there please tell show give list compare between ministry help bye goodbye is anything something get got which ones all each per highest lowest biggest smallest
  cheaper expensive average sorry english people housing health tax taxes run runs behind`.split(/\s+/),
);
