import { fold } from '../fold';

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
