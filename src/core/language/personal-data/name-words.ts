import { fold } from '../fold';
import type { LanguageWords } from '../language-words';

/** The words that name nobody by themselves: of the languages, and of the knowledge base ("je suis Mentor" is then no name). */
export interface KnownWords extends Pick<LanguageWords, 'isFunctionWord' | 'isCommonWord'> {
  /** @param folded lower case, without accents */
  readonly isKnownWord: (folded: string) => boolean;
}

/** A word that is in some list of words, and so no surname as far as we know. */
export function isOrdinary(written: string, known: KnownWords): boolean {
  const folded = fold(written);
  if (isFirstName(folded)) return false;
  return known.isCommonWord(folded) || isSelfDescription(folded) || known.isKnownWord(folded);
}

/** The same for a word in lower case, where an ending tells a trade from a name. */
export function isLowerOrdinary(written: string, known: KnownWords): boolean {
  return isOrdinary(written, known) || (!isFirstName(fold(written)) && looksLikeSelfDescription(written));
}

/** "Madame Combien de projets…": what a sentence begins with after a greeting without its comma. */
export const ASKING: ReadonlySet<string> = new Set(['combien', 'quelles', 'donnez', 'pouvez', 'existe', 'how']);

/** Words inside a name that begin with a small letter. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de du des d la le van von der den el al ben bin da dos di st saint'.split(' '),
);

/** "M. de Villepin", but "Monsieur le Préfet". */
export const LOWER_PARTICLES: ReadonlySet<string> = new Set('de du des d van von ben el al da di'.split(' '));

/** "DGFiP", "DSI": a surname in capitals is longer, or stands beside a first name. */
export function isAcronym(written: string): boolean {
  return (
    (written === written.toUpperCase() && written.length <= 5) ||
    (/\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(written.slice(0, 12)) && /\p{Ll}/u.test(written))
  );
}

/**
 * True for a first name common in France, lower case and without accents. It tells "je suis Pierre" from "je suis préfet"
 * when a base knows Saint-Pierre-et-Miquelon; names that are everyday words too (France, Rose, Marine) are left out.
 */
export function isFirstName(folded: string): boolean {
  return FIRST_NAMES.has(folded);
}

const FIRST_NAMES: ReadonlySet<string> = new Set(
  `
  jean pierre michel andré philippe rené louis alain jacques bernard marcel daniel roger robert paul claude christian henri georges nicolas
  patrick gérard maurice christophe françois laurent frédéric david éric pascal julien raymond stéphane olivier thierry guy joseph sébastien
  lucien thomas dominique gilles marc antoine bruno alexandre didier charles guillaume jérôme serge albert denis romain emmanuel vincent maxime
  anthony benjamin francis jonathan fabrice kevin yves eugène mickael hervé mohamed mohammed mohamad ahmed xavier adrien alexis arnaud arthur
  aurélien baptiste bastien benoit bertrand cédric clément damien dimitri edouard élie étienne fabien félix florent florian gabriel gaël
  gauthier grégory hugo jérémy joël jordan ludovic lucas léo mathieu matthieu mehdi nathan noé pascal quentin raphaël régis samuel simon théo
  tristan valentin victor yann yannick yassine youssef karim rachid said samir nabil hassan hussein ibrahim ismaël ali omar abdel mustapha
  mourad farid khalid hamza bilal moussa mamadou ousmane amadou josé antonio manuel carlos luis alfred fernand roland armand gaston honoré
  désiré aimé barnabé côme loïc erwan ronan gwenaël tanguy thibault thibaut rémi rémy sylvain lionel franck fred cyril marius jules
  marie jeanne françoise monique catherine nathalie isabelle jacqueline anne sylvie martine madeleine nicole suzanne hélène christine marguerite
  louise denise christiane valérie yvonne sandrine véronique céline chantal andrée sophie annie simone germaine marcelle renée patricia
  brigitte stéphanie julie laurence thérèse corinne virginie odette florence delphine josiane dominique danielle elisabeth emilie laetitia
  michèle karine claudine cécile raymonde élodie aurélie audrey laura léa camille manon chloé emma inès jade lucie mathilde pauline sarah
  anaïs agnès alice amandine amélie angélique bénédicte béatrice caroline charlotte christelle clémence coralie dorothée eléonore éliane emeline
  estelle eugénie fabienne fanny gaëlle geneviève gisèle ghislaine jennifer jessica joëlle johanna juliette justine laure liliane lydie magali
  marianne marion maryse mélanie mireille morgane muriel myriam nadia nadine nathalie noémie océane odile pascale perrine rachel régine roxane
  sabine sabrina salomé samira sandra séverine solange solène sonia soraya suzie sylviane tatiana tiphaine vanessa victoire viviane yasmine zoé
  fatima aïcha khadija leïla malika naïma rachida zohra fatou aminata mariam awa
  john james william george peter michael richard mary elizabeth susan margaret jane kate emily helen edward harry oliver jack patrice timothée
  `
    .trim()
    .split(/\s+/)
    .map(fold),
);

/** True for what people say they are after "je suis" or "I am" that is no name: a trade, a place in life, a mood. Folded. */
export function isSelfDescription(folded: string): boolean {
  return DESCRIPTIONS.has(folded);
}

/** The same, guessed from the ending of a word as typed (an accent tells "intéressé" from a name); only for a word in lower case, since a name may end so too ("Lesueur"). */
function looksLikeSelfDescription(written: string): boolean {
  return ENDINGS.test(written.normalize('NFC').toLowerCase());
}

/** Endings of participles, trades and adverbs. -ed spares the first names in -med, -ched, -led, -red… */
const ENDINGS =
  /(?:\p{L}{3}(?:é|ée|és|ées)|\p{L}{3}(?:eur|eurs|euse|euses|trice|trices|iste|istes|logue|logues)|\p{L}{4}(?:aire|aires|able|ables|ible|ibles)|\p{L}{3}(?:ing|tif|tive|ement|ément|iment|amment|emment)|\p{L}{2}[ckprstvy]ed)$/u;

const DESCRIPTIONS: ReadonlySet<string> = new Set(
  `
  agent agente agents adjoint adjointe adjoints administrateur administrative administratif administratrice agriculteur agricultrice aidant
  aidante allocataire alternant alternante ambassadeur analyste animateur apprenti apprentie architecte archiviste artisan artisane assesseur
  assistant assistante associe associee auditeur auditrice avocat avocate beneficiaire benevole cadre cadres candidat candidate caissier cheffe
  chercheur chercheuse chomeur chomeuse chargee charge citoyen citoyenne civil civile collaborateur collaboratrice colonel commandant commissaire
  commercial commerciale commercant commercante communicant communicante comptable conseiller conseillere conservateur consommateur consultant
  consultante contractuel contractuelle controleur controleuse contribuable coordinateur coordinatrice coordonnateur cuisinier daf dsi drh rh
  dirigeant dirigeante doctorant doctorante documentaliste domicilie douanier douaniere dga dgs ecrivain eleve elu elue employe employee employeur
  enseignant enseignante entrepreneur entrepreneuse ergonome etranger etrangere etudiant etudiante expert experte expatrie expatriee facteur
  fonctionnaire formateur formatrice fournisseur garde gardien gardienne gendarme geometre gerant gerante gestionnaire gouverneur greffier
  greffiere habitant habitante handicape handicapee huissier infirmier infirmiere informaticien informaticienne ingenieur ingenieure inspecteur
  inspectrice instituteur institutrice intervenant intermittent interimaire journaliste juge juriste lieutenant lyceen lyceenne magistrat
  magistrate majeur mairesse maitre manager mandataire medecins medaille mediateur mediatrice militaire mineur moniteur notaire nutritionniste
  officier officiere ouvrier ouvriere parent parents parisien parisienne particulier pecheur percepteur pharmacien pilote policier policiere pompier
  postier prefet prefete procureur procureure prof professeur professeure programmeur proprietaire proviseur provinciale psychologue rapporteur
  recteur rectrice redacteur redactrice referent referente refugie refugiee relais representant representante responsable restaurateur retraite
  retraitee salarie salariee saisonnier secretaire senatrice soignant soignante soldat sportif sportive stagiaire surveillant surveillante syndicaliste
  technicien technicienne technologue titulaire traducteur travailleur travailleuse tresorier tresoriere tuteur tutrice usager usagere utilisateur
  utilisatrice vacataire veterinaire veuf veuve vice victime vigneron visiteur volontaire webmaster
  ministere direction prefecture service mairie commune departement region agence delegation secretariat cabinet pole mission tribunal universite
  abonne absent absente accro actif active agace amoureux amoureuse aveugle bavard bloque bloquee candidate celibataire certain certaine concerne
  concernee confiant confus content contente contents convaincu convaincue curieux curieuse debordee decu decue demuni demunie desole desolee
  different disponible divorce divorcee embete enceinte enchante enchantee etonne etonnee fache fan favorable fier fiere fatigue fatiguee furieux
  furieuse gene habilite heureux heureuse honnete ignorant impatient impatiente incapable indecis indecise indigne informe inquiet inquiete
  inscrit inscrite interesse interessee intrigue invite jaloux joignable libre marie mariee mecontent mecontente motive muet natif ne nee neuf nul
  nulle obligee oblige occupe occupee ok optimiste ouvert ouverte parti partie partant partante passe passionne perplexe perdu perdue pessimiste
  presse preneur prete pret preoccupe propose quasi ravi ravie reconnaissant rentre reste satisfait satisfaite sceptique serieux sincere
  soucieux soulage sourd sourde souvent stresse stupefait suivi sur sure surpris surprise tombe tombee tente timide touriste tranquille triste
  urgent vacciné venu venue vigilant vivant volontiers voisin voisine
  toulousain marseillais lyonnais breton bretonne normand alsacien corse basque belge suisse canadien marocain algerien tunisien africain
  able acting afraid agent amazed angry anxious aware busy certain chief citizen clerk confused curious deputy disappointed done eager employee engineer fine former free
  from glad grateful happy head here honest impressed journalist keen lawyer lost manager mayor new newly nurse officer okay pleased prefect
  ready researcher resident sad satisfied senior servant sick sorry staff stuck student sure surprised teacher tired trainee trying unable unaware unhappy
  unsure upset user visitor volunteer welcome worried writing civil
  `
    .trim()
    .split(/\s+/)
    .map(fold),
);
