import { plural } from '../answers';

/** What the values of a list of choices are called, by the path of their field; a path within a list is that of its items. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  confidence: { high: 'solide', medium: 'moyenne', low: 'fragile' },
  'call.scheme': { ftap2: 'second fonds', windows: 'guichets de la DINUM', contract: 'contrat' },
  'call.confidence': { sourced: 'dit par une source', deduced: 'déduit', undetermined: 'indéterminé' },
  'expectedSavings.nature': { expected: 'attendues', revised: 'révisées', realised: 'constatées' },
  'expectedSavings.period': { 'four-years': 'sur quatre ans', 'one-year': 'par an', 'not-stated': 'non précisée' },
  ftapFundingBound: { 'at-least': 'au moins ce montant' },
  'expectedSavings.measure': { net: 'économie nette', 'as-invested': 'autant que l’investissement' },
  explains: { coverage: 'pourquoi la base ne contient pas tout' },
  unit: { MEUR: 'millions d’euros', percent: 'pour cent', number: 'nombre' },
  kind: { country: 'pays', region: 'région', department: 'département' },
};

/** What the desk says of records: finding one, its form, its faults, its history. */
export const DESK_RECORDS = {
  title: 'Fiches',
  intro:
    'Toutes les fiches de la base. Une correction va d’abord dans votre brouillon : rien n’est en service avant la publication.',
  tablesLabel: 'Sortes de fiches',
  tables: {
    'projects.json': 'Projets',
    'programme.json': 'Faits sur le fonds',
    'calls.json': 'Appels',
    'themes.json': 'Thèmes',
    'organisations.json': 'Organismes',
    'territories.json': 'Territoires',
    'beneficiaries.json': 'Publics',
  },
  find: 'Chercher une fiche',
  findSubmit: 'Chercher',
  none: 'Aucune fiche ne porte ce nom.',
  create: 'Nouvelle fiche',
  back: 'Toutes les fiches',
  gone: { title: 'Fiche introuvable', text: 'Aucune fiche de la base n’a cet identifiant.' },
  id: 'Identifiant',
  idHint:
    'En minuscules, sans accents, mots séparés par des traits d’union : « phare-numerique ». Il ne changera plus.',
  inDraft: 'Cette fiche est déjà changée dans votre brouillon : vous voyez ce que vous y avez mis.',
  drafts: (authors: readonly string[]) => `Un autre brouillon change aussi cette fiche (${authors.join(', ')}).`,
  publicPage: 'La page publique de ce projet',
  save: 'Enregistrer dans le brouillon et voir ce qui change',
  readOnly: 'Votre accès permet de lire cette fiche, pas de la changer.',
  required: '(obligatoire)',
  hints: {
    list: 'Un par ligne.',
    names: 'Un par ligne, par son nom ou son identifiant.',
    date: 'Jour, mois ou année : 12/11/2018, 11/2018 ou 2018.',
    number: 'Un nombre. Vide si aucune source ne le donne, jamais zéro.',
    amount: 'En millions d’euros : 2,3. Vide si aucune source ne le publie, jamais zéro.',
  },
  backedBy: (sources: readonly string[]) =>
    sources.length === 0 ? 'Aucune source de la fiche ne dit l’établir.' : `Établi par : ${sources.join(' ; ')}.`,
  noChoice: '(vide)',
  choice: (path: string, value: string) => CHOICES[path]?.[value] ?? value,
  lists: {
    sources: { title: 'Sources', item: (number: number) => `Source ${number}`, fresh: 'Ajouter une source' },
    conflicts: { title: 'Désaccords', item: (number: number) => `Désaccord ${number}`, fresh: 'Ajouter un désaccord' },
    figures: { title: 'Chiffres', item: (number: number) => `Chiffre ${number}`, fresh: 'Ajouter un chiffre' },
    tellsTotal: { title: 'Totaux du fonds', item: (number: number) => `Total ${number}`, fresh: 'Ajouter un total' },
  },
  remove: 'Retirer',
  removeWhich: (item: string) => `Retirer : ${item}`,
  same: 'Vous n’avez rien changé : rien n’est enregistré.',
  faulty: (count: number) =>
    `${plural(count, 'champ est à corriger', 'champs sont à corriger')} : rien n’est enregistré.`,
  clash: {
    text: 'Cette fiche a été changée pendant que vous l’écriviez, par quelqu’un d’autre ou dans une autre fenêtre. Rien n’est enregistré ; le formulaire garde ce que vous avez écrit. Voici ce qui diffère : corrigez ce qui doit l’être, puis enregistrez de nouveau.',
    gone: 'Cette fiche a été retirée de la base pendant que vous l’écriviez. Rien n’est enregistré ; le formulaire garde ce que vous avez écrit : enregistrer de nouveau la remettrait.',
    mine: 'La vôtre',
    theirs: 'Celle qui a été enregistrée',
  },
  problems: {
    required: 'À remplir.',
    date: 'Ce n’est pas une date : écrivez 12/11/2018, 11/2018 ou 2018.',
    address: 'Ce n’est pas une adresse : elle commence par https:// ou http://.',
    id: 'Un identifiant est en minuscules, chiffres et traits d’union : « phare-numerique ».',
    unknown: (found: string) =>
      `« ${found} » n’est le nom d’aucune fiche de cette sorte : choisissez-en une qui existe.`,
    taken: 'Une fiche a déjà cet identifiant.',
    least: 'Il en faut au moins un.',
    noAmount: 'Il manque le montant : écrivez-le, ou videz nature, période et calcul des économies.',
    noNature: 'Dites ce qu’est ce montant : choisissez une valeur de la liste, ou videz le montant.',
    choice: 'Choisissez une valeur de la liste.',
  },
  history: 'Ce qui a été publié sur cette fiche',
  noHistory: 'Rien n’a été publié d’ici sur cette fiche.',
};
