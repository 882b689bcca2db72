/** Words for invented names and texts. The nouns are those of the administration; the rest is built from syllables. */

export const KINDS =
  `Plateforme|Portail|Refonte|Observatoire|Guichet|Référentiel|Registre|Entrepôt|Laboratoire|Outil|Espace|Service|Application|Base|Réseau|Carte|Simulateur|Annuaire|Coffre-fort|Assistant|Atelier|Chaîne|Centre|Programme`.split(
    '|',
  );

export const TASKS =
  `de suivi|de gestion|de contrôle|d'instruction|de pilotage|d'archivage|de déclaration|d'orientation|de planification|de prévention|de mutualisation|de recouvrement|d'évaluation|de signalement|de partage|d'analyse|de simplification|de dématérialisation|de prise de rendez-vous|d'accompagnement`.split(
    '|',
  );

export const SUBJECTS =
  `des achats publics|des aides agricoles|des permis de construire|des bourses étudiantes|des dossiers médicaux|des créances fiscales|des inspections sanitaires|des subventions aux associations|des habilitations|des casiers judiciaires|des audiences|des établissements scolaires|des remplacements d'enseignants|des titres de séjour|des visas|des véhicules de service|des bâtiments de l'État|de la rénovation énergétique|des forêts domaniales|des cours d'eau|des zones inondables|des espèces protégées|des ports de pêche|des aides à l'emploi|des apprentis|des contrats aidés|des accidents du travail|des retraites agricoles|des prestations familiales|des places en crèche|des foyers d'hébergement|des interprètes|des victimes|des peines de travail d'intérêt général|des scellés|des armes à feu|des drones|des secours en montagne|des casernes|des marchés de fournitures|des musées|des archives départementales|des fouilles|des intermittents|des équipements sportifs|des fédérations|des licences professionnelles|des laboratoires de recherche|des brevets|des douanes|des carburants|des entrepôts sous scellés|des déclarations de succession|du cadastre|des valeurs locatives|des communes nouvelles|des élections locales|de l'état civil|des passeports|des cartes grises|des transports scolaires|des gares|de la sécurité routière|du bruit|de la qualité de l'air|des déchets dangereux|des abattoirs|des médicaments vétérinaires|des pharmacies|des urgences`.split(
    '|',
  );

const STARTS =
  `Al|Ar|Bel|Cor|Dal|El|Fer|Gal|Hel|Iri|Jov|Kel|Lum|Mar|Nov|Or|Pel|Quin|Ros|Sol|Tal|Ul|Val|Xan|Ys|Zel|Brin|Clar|Drav|Flo|Gren|Plu|Stel|Tris|Vir`.split(
    '|',
  );
const MIDDLES =
  `a|e|i|o|u|ana|eri|olo|ido|uva|emi|ato|isse|onde|aque|ire|uma|elle|ovi|abo|egu|ifa|oma|uri|avo|ene|ica|ola`.split(
    '|',
  );
const ENDS =
  `lys|nor|dia|rix|via|mon|ter|vance|lia|gis|pole|dor|nys|bel|tis|ram|zon|quat|phe|nov|lune|cap|port|dex`.split('|');

const ROOTS =
  `affect|agenc|balis|calibr|cartograph|certif|compil|concili|cotis|décant|détect|émarg|estim|fédér|filtr|greff|habilit|immatric|inventor|jalonn|label|magasin|mobil|moisson|normal|orient|parcell|pondér|quantif|raccord|recens|sécur|sond|tarif|télétrans|traç|valor|verdoy`.split(
    '|',
  );
const SUFFIXES = `ation|ateur|atrice|age|ement|able|ité|ique|ière|iste|oire|ance|ure|ette|on|al`.split('|');

const CONSONANT_SOUNDS = `b|c|d|f|g|l|m|n|p|r|s|t|v|br|cl|dr|gr|lt|mb|nd|nt|pl|rd|rm|st|tr`.split('|');

const CONSONANTS = 'BCDFGLMNPRSTVX';
const VOWELS = 'AEIO';

/** "Ortevia": 35 × 28 × 28 × 24 of them. */
export function inventName(random) {
  const middle = random.chance(0.6) ? random.pick(MIDDLES) + random.pick(MIDDLES) : random.pick(MIDDLES);
  return random.pick(STARTS) + middle + random.pick(ENDS);
}

/** Four to six letters with three consonants in a row, so that it is no word. */
export function inventAcronym(random) {
  const letter = (letters) => letters[random.below(letters.length)];
  const head = letter(CONSONANTS) + letter(CONSONANTS) + letter(CONSONANTS) + letter(VOWELS);
  return head + Array.from({ length: random.below(3) }, () => letter(CONSONANTS)).join('');
}

/** Invented words of 6 to 14 letters in the order of their frequency; the last are so rare that a great base holds each a few times. */
export function inventWords(random, count) {
  const words = new Set();
  while (words.size < count) {
    const start = random.chance(0.5) ? random.pick(ROOTS) : random.pick(STARTS).toLowerCase() + random.pick(MIDDLES);
    const word = start + (random.chance(0.6) ? random.pick(CONSONANT_SOUNDS) : '') + random.pick(SUFFIXES);
    if (word.length >= 6 && word.length <= 14) words.add(word);
  }
  return [...words];
}
