import { fold } from '../fold';

/** True for what people say they are after "je suis" or "I am" that is no name: a trade, a place in life, a mood. Folded. */
export function isSelfDescription(folded: string): boolean {
  return DESCRIPTIONS.has(folded);
}

/** The same, guessed from the ending of a word as typed (an accent tells "intéressé" from a name); only for a word in lower case, since a name may end so too ("Lesueur"). */
export function looksLikeSelfDescription(written: string): boolean {
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
