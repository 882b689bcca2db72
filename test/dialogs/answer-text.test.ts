import { answerText } from '../../dialogs/text/answer-text';
import { explanationText } from '../../dialogs/text/explanation-text';
import { sourceLabel, sourceLines } from '../../dialogs/text/source-text';
import { viewOf } from '../../dialogs/view/view-of';
import { conversing, createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import type { Field } from '../../src/core/model/records';
import { typeset } from '../../src/messages/messages-for';
import { percents } from '../../src/messages/sentences';
import { answerTo, computationOf, listOf } from './asked';
import { cardText } from './drawn-card';

const knowledge = realKnowledge();
const say = (text: string, locale: 'fr' | 'en' = 'fr'): ReturnType<ReturnType<typeof createChat>['say']> =>
  createChat(knowledge, locale).say(text);
const textOf = (question: string): string => answerText(say(question), knowledge);

describe('the text of an answer', () => {
  it('gives an amount in one line, with its horizon and basis, in French typography', () => {
    const [first] = textOf('economie geoplateforme').split('\n');

    expect(first).toBe(
      'Géoplateforme — économies attendues\u00a0: 3,6\u00a0M€ sur 4\u00a0ans, économies égales à l’investissement annoncé.',
    );
  });

  it('lists the sources of a fact on the fund to who asks for them, once', () => {
    const chat = createChat(knowledge);
    chat.say('quand a été créé le FTAP ?');
    const answer = chat.say('source ?');

    expect(ordinarySpaces(answerText(answer, knowledge))).toMatch(/3 sources :(\n- .+){3}$/u);
    expect(viewOf(answer, knowledge).sources).toEqual([]);
  });

  it('tells two measures of one set, then what both are made of, once', () => {
    const { blocks } = viewOf(say('moy. et médiane du FTAP à la Justice'), knowledge);
    const kinds = blocks.map(({ kind }) => kind);

    expect(kinds.slice(0, 3)).toEqual(['headline', 'line', 'headline']);
    expect(kinds.filter((kind) => kind === 'picture')).toHaveLength(1);
    expect(ordinarySpaces(textOf('moy. et médiane du FTAP à la Justice'))).toMatch(
      /17,18 M€[^]+9,4 M€[^]+InSERRE : 35 M€/u,
    );
  });

  it('tells of a project what it was given and what it costs', () => {
    expect(ordinarySpaces(textOf('CFVR'))).toMatch(/\nfinancement FTAP : 5 M€\ncoût total : 31,05 M€\n/u);
  });

  it('tells what a call was granted where the base holds none of its projects', () => {
    expect(ordinarySpaces(textOf('Financement total du 4e appel, session 1'))).toBe(
      '140 M€ annoncés pour l’ensemble des lauréats (4e appel, session 1).\nAucun projet de la base ne correspond (4e appel, session 1).',
    );
  });

  it('says first whether what is claimed is so', () => {
    const lines = (text: string, locale?: 'en'): readonly string[] =>
      ordinarySpaces(answerText(say(text, locale), knowledge)).split('\n');

    expect(lines('LiDAR HD coûte plus de 50 M€, non ?').slice(0, 2)).toEqual([
      'Oui, d’après les sources.',
      'LiDAR HD — coût total : 60 M€.',
    ]);
    expect(lines('Is the total cost of LiDAR HD less than 50 million?', 'en').slice(0, 2)).toEqual([
      'No, not according to the sources.',
      'LiDAR HD — total cost: €60 million.',
    ]);
    expect(lines('La DGFiP a reçu 30 M€, c’est ça ?')[0]).toBe(
      'Je ne peux pas le confirmer : tous les montants ne sont pas publiés.',
    );
    expect(lines('Did the Health Data Hub get 50 million?', 'en')[0]).toBe(
      'I cannot confirm it: the sources give no more than a minimum.',
    );
    expect(lines('InSERRE est dans le Grand Est ?').slice(0, 2)).toEqual([
      'Oui, d’après les sources.',
      expect.stringMatching(/^InSERRE — territoire : /),
    ]);
    // The word of the name that is a body too is no claim.
    expect(lines('3D de la douane, c’est quoi ?')[0]).toMatch(/^3D \(.+\) — Le projet met/);
  });

  it.each([
    ['SI Fourrières', 'nous petite commune, on peut l’avoir ?'],
    ['SI Fourrières', 'on peut l’utiliser à la mairie ?'],
    ['Data.Subvention', 'mon association peut y accéder ?'],
    ['InserJeunes', 'les parents peuvent le consulter ?'],
  ])('says to those for whom it is that they may have it: %s, %s', (project, asked) => {
    const chat = createChat(knowledge);
    chat.say(project);

    expect(ordinarySpaces(answerText(chat.say(asked), knowledge))).toMatch(
      /^Oui, d’après les sources\.\n.+ — bénéficiaires : /,
    );
  });

  it('breaks no number of a record, nor its unit, over two lines', () => {
    const text = answerText(answerTo({ kind: 'programme', facts: ['cabinet-sig'] }, knowledge), knowledge);

    expect(text).toContain('70\u00a0380\u00a0euros');
  });

  it.each([
    ['valables 24 heures', 'valables 24\u00a0heures'],
    ['2,3 M€ sur 4 ans', '2,3\u00a0M€ sur 4\u00a0ans'],
    ['1 415 emplois, le 27 novembre 2026', '1\u00a0415\u00a0emplois, le 27\u00a0novembre 2026'],
    ['en 2019 les 7 projets du FTAP 2', 'en 2019 les 7\u00a0projets du FTAP 2'],
  ])('keeps a number and what it counts together, but no year: %s', (text, set) => {
    expect(typeset(text, 'fr')).toBe(set);
  });

  it('says why a fact is to be checked', () => {
    const caveat = (id: string): string =>
      ordinarySpaces(answerText(answerTo({ kind: 'programme', facts: [id] }, knowledge), knowledge));

    expect(caveat('emplois-dgfip-syndicat')).toContain('\nUne seule source, secondaire : à vérifier');
    expect(caveat('recettes-2023')).toContain('\nDes sources en désaccord : à vérifier');
    expect(caveat('emplois')).toContain('\nDes sources secondaires : à vérifier');
  });

  it('says on how many projects each of two sets stands', () => {
    const text = textOf('compare le coût des projets de la justice et de l’intérieur');

    expect(ordinarySpaces(text)).toMatch(
      /fois autant\.\nMontants publiés : 3 sur 7 projets \(.*Justice\), 1 sur 6 projets/u,
    );
  });

  it('adds the caveat and both sides of a disagreement', () => {
    const text = textOf('economie geoplateforme');

    expect(text).toContain('que l’IGN présente comme la part du FTAP');
    expect(text).toContain('Deux sources diffèrent');
  });

  it('needs no article before a name that is compared: a body is named, then what it has more', () => {
    expect(ordinarySpaces(textOf('Justice ou Intérieur : qui a le plus de projets ?'))).toContain(
      '\nEn tête : Ministère de la Justice, avec 1 projet de plus.\n',
    );
  });

  it.each([
    ['Dans quels projets l’IGN est partenaire ?', '1 projet (partenaire : IGN) :\n'],
    ['In which projects is IGN a partner?', '1 project (partner: IGN):\n'],
  ])('says of whom a body is no carrier: %s', (message, heading) => {
    expect(ordinarySpaces(textOf(message))).toContain(heading);
  });

  it.each<readonly [Field, string]>([
    ['savings', '1 projet (économies attendues publiées) :'],
    ['cost', '1 projet (coût total publié) :'],
    ['date', '1 projet (date d’annonce publiée) :'],
    ['partners', '1 projet (partenaires publiés) :'],
  ])('says what is published of a list in its gender and number: %s', (field, heading) => {
    const [known] = ordinarySpaces(answerText(answerTo(listOf({ known: [field] }), knowledge), knowledge)).split('\n');
    const unknown = answerTo(listOf({ known: [field], unknown: [field] }), knowledge);

    expect(known?.replace(/^\d+ projets?/u, '1 projet').replace(/ ; voici les 10 premiers/u, '')).toBe(heading);
    expect(answerText(unknown, knowledge)).toContain(heading.slice(10, -3).replace('publié', 'non publié'));
  });

  it('shows of a list of what publishes an amount that amount', () => {
    const known = answerText(answerTo(listOf({ known: ['savings'] }), knowledge), knowledge);

    expect(ordinarySpaces(known).split('\n')).toContain(
      '- Mentor (Plateforme interministérielle de formation des agents) : 2,3 M€ sur 4 ans, nettes de l’investissement',
    );
  });

  it.each<readonly [string, Field, string]>([
    ['pilat', 'status', 'Deux sources diffèrent — date de livraison prévue à l’origine : 2022 (Sénat) ; fin 2021 ('],
    ['hipe', 'sources', 'La même source (DINUM) donne deux valeurs — financement de l’ANEF : 216, 303, 363'],
    ['cfvr', 'funding', 'Deux sources diffèrent : 5 M€ (valeur arrondie) (Bercy numérique) ; plus de 5 M€ ('],
  ])('says what a disagreement is about where the field does not: %s', (project, field, said) => {
    const answer = answerTo({ kind: 'fact', project, field, also: [] }, knowledge);

    expect(ordinarySpaces(answerText(answer, knowledge))).toContain(said);
  });

  it('gives both sides of a disagreement in their own unit: projects are not millions of euros', () => {
    const text = textOf('Combien de projets le FTAP a-t-il financés ?');

    expect(text).toMatch(/Deux sources diffèrent.* 149 .* 144 /);
    expect(text).not.toMatch(/14[49]\s*M€/);
  });

  it.each([
    'Who are the partners of Géoplateforme?',
    'What are the sources on Mentor?',
    'Compare Mentor and PILAT',
    'What is Mentor?',
  ])('puts no space before a semicolon or a colon in English: %s', (question) => {
    // A source is named as it names itself.
    const text = answerText(say(question, 'en'), knowledge).replace(/« [^»]+ »/gu, '');

    expect(text).toMatch(/[;:]\s/u);
    expect(text).not.toMatch(/ [;:]/u);
  });

  it.each([
    ['fr', 'Solaris', /^Je ne trouve pas « Solaris » dans la base/],
    ['en', 'Solaris', /^I cannot find “Solaris” in the base/],
    ['fr', null, /^Je ne trouve pas ce projet dans la base\./],
    ['en', null, /^I cannot find that project in the base\./],
  ] as const)(
    'says in %s that there is no such project, by its name where one was written: %s',
    (locale, name, text) => {
      const answer = answerTo({ kind: 'unknown', reason: 'no-such-project', name }, knowledge, locale);

      expect(ordinarySpaces(answerText(answer, knowledge))).toMatch(text);
    },
  );

  it('says that a figure is not published before what the record notes of it', () => {
    const [first, ...others] = textOf('Quelles économies attend-on du SI Fourrières ?').split('\n');

    expect(first).toContain('aucune des sources consultées ne donne le montant des économies attendues');
    expect(first).not.toMatch(/\d[\d,\u00a0 ]*M€/);
    expect(others.map(ordinarySpaces)).toEqual([
      expect.stringMatching(/^À noter : Pas de cible chiffrée retrouvée\. /),
    ]);
  });

  it.each([
    [
      'fr',
      'Quel est le coût moyen des projets en Bretagne ?',
      'Aucun projet de la base ne correspond (territoire\u00a0: Bretagne).',
    ],
    [
      'en',
      'What is the average cost of projects in Brittany?',
      'No project in the base matches (territory: Brittany).',
    ],
  ] as const)('says that a computation is over no project at all, in %s', (locale, question, expected) => {
    expect(answerText(say(question, locale), knowledge)).toBe(expected);
  });

  it.each([
    [
      'fr',
      'Quels projets dans l’Aisne ?',
      'La base rattache ce projet à la région Hauts-de-France, pas à ce département.',
    ],
    [
      'fr',
      'Combien de projets dans le Bas-Rhin ?',
      'La base rattache ces 2 projets à la région Grand Est, pas à ce département.',
    ],
    [
      'fr',
      'Quels projets dans le Bas-Rhin ou en Occitanie ?',
      'Sur ces 3 projets, la base en rattache 2 à la région Grand Est, pas à ce département.',
    ],
    [
      'en',
      'Projects in Bas-Rhin',
      'The base records these 2 projects for the Grand Est region, not for this department.',
    ],
  ] as const)('says in %s what is of the region and not of the department asked: %s', (locale, question, told) => {
    expect(ordinarySpaces(answerText(say(question, locale), knowledge)).split('\n')).toContain(told);
  });

  it('says nothing of the kind of a region', () => {
    expect(textOf('Quels projets dans le Grand Est ?')).not.toContain('rattache');
  });

  it.each([
    ['fr', 'Quels projets en Bretagne ?', 'LiDAR HD (sauf Guyane)'],
    ['en', 'Projects in Brittany', 'LiDAR HD (except French Guiana)'],
    ['fr', 'Quel territoire couvre LiDAR HD ?', 'France (France entière sauf Guyane)'],
    ['en', 'What territory does LiDAR HD cover?', 'except French Guiana'],
  ] as const)('says in %s what a project of the whole country leaves out: %s', (locale, question, told) => {
    expect(answerText(say(question, locale), knowledge)).toContain(told);
  });

  it('says how many parts there are, and names all that come last together', () => {
    const firstLine = (more: Parameters<typeof computationOf>[1]): string | undefined =>
      ordinarySpaces(answerText(answerTo(computationOf({}, more), knowledge), knowledge)).split('\n')[0];

    expect(firstLine({ groupBy: 'theme' })).toMatch(/^68 projets dans la base, \d+ thèmes\.$/);
    expect(firstLine({ operation: 'min', groupBy: 'ministry' })).toMatch(/^En dernier.+, .+ et .+, 1 projet chacun\.$/);
  });

  it('names the one project of a set', () => {
    const least = computationOf({ among: ['pilat'] }, { operation: 'min', field: 'cost' });

    const text = answerText(answerTo(least, knowledge), knowledge);

    expect(text).toContain('(PILAT)');
  });

  it('begins with the official number of winners of a call, of which the base may hold a part', () => {
    const [first] = ordinarySpaces(textOf('Combien de projets au 5e appel ?')).split('\n');

    expect(first).toMatch(/^12 lauréats ont été annoncés .*la base en contient 2,/);
  });

  it('says over how many projects a sum is made, what is left aside and who has no figure', () => {
    const text = textOf('Total des économies attendues de tous les projets ?').replace(/\u00a0/g, ' ');

    expect(text).toContain('16,5 M€ sur 4 ans, sur 2 des 68 projets');
    expect(text).toContain('De nature différente, donc non compris dans le calcul');
    expect(text).toMatch(/Health Data Hub.* : 0,5 M€ sans durée indiquée, prévision révisée/);
    expect(text).toContain('Sans montant publié (61)');
  });

  it.each([
    ['2019 vs 2021 en total d’aide', /^En tête : 2019, avec 12,85 M€ de plus, soit 1,5 fois autant\.$/m],
    ['DGFiP vs Intérieur, total des aides', /^En tête : Ministère de l’Intérieur, avec 16,9 M€ de plus/m],
  ])('says by how much one of two totals exceeds the other: %s', (question, expected) => {
    expect(textOf(question).replace(/\u00a0/g, ' ')).toMatch(expected);
  });

  it.each([
    ['fr', 'France Sésame, dans quels ports ?', 'lancée officiellement au Havre'],
    ['en', 'France Sésame: in which ports?', 'officially launched in Le Havre'],
  ] as const)('tells, of what is not published, the text that holds the words asked (%s)', (locale, question, told) => {
    expect(answerText(say(question, locale), knowledge)).toContain(told);
  });

  it('tells no other amount beside one that is not published', () => {
    expect(
      textOf('Le portail unique où les étrangers font leurs démarches, le FTAP lui a donné combien ?'),
    ).not.toContain('55,2');
  });

  it.each([
    ['Business France savings', '€15.5 million over 4 years, expected savings (most likely reading'],
    ['Health Data Hub funding?', 'Note: “More than €30 million” according to DITP: a minimum.'],
    ['LiDAR HD cost', 'Note: Estimated cost. In 2022, €47.5 million had been raised'],
    ['LiDAR HD territory', 'France (all of France except French Guiana)'],
    ['DossierFacile funding', '€1 million planned in 2023 (page of 15 May 2023) (beta.gouv.fr)'],
    ['numérique en détention cost', '€125 million for the whole programme (March 2025), probably of another scope'],
    ['PILAT cost', 'Original estimate: €36.2 million; DINUM panorama: €41.43 million (July 2021)'],
    ['Which project is the most expensive?', 'Note: Revised estimate quoted from the Court of Auditors (2024).'],
    ['How many ministries applied to the first call?', 'Two sources differ — ministries that applied: 15 ministries'],
  ])('tells in English too what is noted and where sources differ: %s', (question, told) => {
    expect(answerText(say(question, 'en'), knowledge)).toContain(told);
  });

  it('keeps French notes out of an English answer', () => {
    const text = answerText(say('What savings are expected from the Health Data Hub?', 'en'), knowledge);

    expect(text).toContain('€54 million, then €0.5 million: €53.5 million less (−99%)');
    expect(text).not.toMatch(/ramenée|prévision/);
  });

  it('gives each of many projects its line under the field that was asked for', () => {
    const projects = ['mentor', 'pilat', 'dossierfacile', 'cfvr', 'inserre', 'histologe'];
    const answer = answerTo({ kind: 'compare', projects, field: 'funding' }, knowledge);

    const [heading, ...lines] = answerText(answer, knowledge).split('\n');

    expect(heading).toBe(`Financement FTAP de chacun des ${projects.length}\u00a0projets\u00a0:`);
    expect(lines).toHaveLength(projects.length);
  });

  it.each([
    [['Coût du RECE ?', 'amorti en combien d’années ?'], 'Calculé à partir de : 11 M€ ; 1,5 M€ par an.'],
    [['les lauréats du premier appel', 'et les onze autres ?'], '17 lauréats ont été annoncés (1er appel)'],
  ])('tells what follows from what was told: %j', (turns, expected) => {
    const answer = conversing(knowledge)(turns);
    expect(answer === undefined ? '' : ordinarySpaces(answerText(answer, knowledge))).toContain(expected);
  });

  it('notes of each of few projects what is known where no amount is', () => {
    const answer = answerTo({ kind: 'compare', projects: ['pilat', 'cfvr'], field: 'savings' }, knowledge);
    expect(ordinarySpaces(answerText(answer, knowledge))).toMatch(/\nCFVR : 500 suppressions d’emplois prévues/);
  });

  it('gives the date of each project that it ranks by date', () => {
    const latest = listOf({}, { sort: { field: 'date', direction: 'descending' }, limit: 1 });

    const [heading, first] = answerText(answerTo(latest, knowledge), knowledge).split('\n');

    expect(heading).toMatch(/^Du plus récent au plus ancien, par date d’annonce/);
    expect(first).toMatch(/ — \d{1,2}(?:er)?\s\S+ 20\d\d$/);
  });

  it('calls a project by its title where people only have a common noun for it', () => {
    expect(textOf('Le chatbot du ministère de l’Intérieur, c’est quoi ?')).toMatch(/^Agent conversationnel/);
  });

  it('refuses to rank amounts of which one is not published', () => {
    expect(textOf('Compare le financement de InSERRE et Numérique en détention')).toContain('aucun classement');
  });
});

describe('sources', () => {
  it('are listed with date and address, those that back the field first', () => {
    const lines = sourceLines(say('Quel financement pour Mentor ?'));

    expect(lines[1]).toContain('DGAFP');
    expect(lines[1]).toMatch(/https:\/\//);
  });

  it('are all those of a project that is presented, first those of what is told', () => {
    const answer = answerTo({ kind: 'fact', project: 'mentor', field: 'summary', also: [] }, knowledge);
    const { sources = [] } = knowledge.projectById.get('mentor') ?? {};

    expect(answer.sources).toHaveLength(sources.length);
    expect(sourceLines(answer).join('\n')).toMatch(/CFDT[^]*UNSA/);
    expect(cardText(answer, knowledge)).toContain(`"${sources.length} sources"`);
  });

  it('of a list are counted whole, and it is said where the others are', () => {
    const answer = answerTo(listOf({}), knowledge);
    const count = answer.sources.length;

    expect(count).toBeGreaterThan(30);
    expect(sourceLines(answer)).toHaveLength(12);
    expect(sourceLines(answer).at(-1)).toContain(`et ${count - 10}`);
    expect(cardText(answer, knowledge)).toMatch(new RegExp(`"${count} sources"[^]*CSV`, 'u'));
  });
});

describe('sources asked for', () => {
  const asked = answerTo({ kind: 'fact', project: 'geoplateforme', field: 'sources', also: [] }, knowledge);

  it('are a list with addresses, and are not given twice', () => {
    const lines = answerText(asked, knowledge).split('\n');

    expect(ordinarySpaces(lines[0] ?? '')).toBe('Géoplateforme — 5 sources :');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(5);
    expect(lines.filter((line) => /^- .* https?:\/\/\S+$/u.test(line))).toHaveLength(4);
    expect(sourceLines(asked)).toEqual([]);
  });

  it('are links on the card', () => {
    expect(cardText(asked, knowledge).match(/"text":"\[[^"]*\]\(https?:/gu)).toHaveLength(4);
  });

  it('stand below what else was asked', () => {
    const both = answerTo({ kind: 'fact', project: 'geoplateforme', field: 'cost', also: ['sources'] }, knowledge);

    expect(ordinarySpaces(answerText(both, knowledge))).toMatch(/21,5 M€\.\nGéoplateforme — 2 sources :\n- /);
  });

  it.each([
    ['combien coûte Géoplateforme ?', 'coût total : 21,5 M€', 'IGN / cartes.gouv.fr'],
    ['quelle aide du fonds pour Géoplateforme ?', 'financement FTAP : 3,6 M€', 'La Gazette des communes'],
  ])('begin with those of the figure told before, which is told again: %s', (question, figure, source) => {
    const chat = createChat(knowledge, 'fr');
    chat.say(question);
    const [told = '', , first = ''] = ordinarySpaces(answerText(chat.say('source ?'), knowledge)).split('\n');

    expect(told).toContain(figure);
    expect(first).toContain(source);
  });
});

describe('the date of a source', () => {
  it.each([
    ['La Gazette, 12/11/2018, « 16 projets »', '2018-11-12', 'La Gazette, 12/11/2018, « 16 projets »'],
    ['Panorama, édition de juin 2019', '2019-06', 'Panorama, édition de juin 2019'],
    ['Stratégie (édition 2025)', '2025', 'Stratégie (édition 2025)'],
    ['Généralisé au 1er avril 2021', '2021-04-06', 'Généralisé au 1er avril 2021 (6 April 2021)'],
  ])('is added where the name does not tell it: %s', (name, date, label) => {
    expect(sourceLabel({ name, date, url: null, supports: '' }, 'en')).toBe(label);
  });
});

describe('the explanation', () => {
  it('tells words, corrections, filters and records', () => {
    const text = explanationText(say('projets du ministere de la justise'), knowledge)
      .join('\n')
      .replace(/\u00a0/g, ' ');

    expect(text).toContain('« justise » corrigé en « justice »');
    expect(text).toContain('Filtres : porteur : Ministère de la Justice');
    expect(text).toMatch(/Fiches retenues \(7\)/);
  });
});

const UNLIKE = 'Ces montants ne sont pas de même nature : ils ne se comparent ni ne s’additionnent.';

describe('savings of unlike natures', () => {
  const ranking = listOf({}, { sort: { field: 'savings', direction: 'descending' } });
  const told = (question: Parameters<typeof answerTo>[0], locale: 'fr' | 'en' = 'fr'): readonly string[] =>
    ordinarySpaces(answerText(answerTo(question, knowledge, locale), knowledge)).split('\n');

  it('stand below a ranking, not between', () => {
    const lines = told(ranking);

    expect(lines[0]).toContain('2 projets');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(2);
    expect(lines.at(-1)).toMatch(
      /^Montants d’une autre nature, hors comparaison : Système de design de l’État .* : 6 M€ sans durée indiquée ; Géoplateforme : 3,6 M€ sur 4 ans, égales à l’investissement ; Mentor .* : 2,3 M€ sur 4 ans, nettes de l’investissement ; .* : 1,5 M€ par an ; .*prévision révisée\.$/,
    );
    expect(told(ranking, 'en').at(-1)).toMatch(/^Amounts of another nature, not compared: .*net of the investment; /);
  });

  it('stand beside an extreme, which says over which amounts it holds', () => {
    const lines = told(computationOf({}, { operation: 'max', field: 'savings' }));

    expect(lines[0]).toContain('15,5 M€ sur 4 ans');
    expect(lines).toContainEqual(expect.stringMatching(/sur les 2 projets dont le montant publié est de cette nature/));
    expect(lines).toContainEqual(expect.stringMatching(/^Montants d’une autre nature, .*1,5 M€ par an/));
  });

  it('are not said to exceed one another', () => {
    const compared = { kind: 'compare', projects: ['mentor', 'geoplateforme'], field: 'savings' } as const;

    expect(told(compared)[1]).toBe(UNLIKE);
  });

  it.each(['sum', 'average', 'max'] as const)(
    'make no %s where no two are of one nature: each is told',
    (operation) => {
      const among = ['mentor', 'geoplateforme', 'rece-etat-civil'];
      const unlike = computationOf({ among }, { operation, field: 'savings' });

      expect(told(unlike)).toEqual([
        UNLIKE,
        'Économies attendues :',
        '- Géoplateforme : 3,6 M€ sur 4 ans, égales à l’investissement',
        expect.stringMatching(/^- Mentor .* : 2,3 M€ sur 4 ans, nettes de l’investissement$/),
        expect.stringMatching(/^- .*RECE.* : 1,5 M€ par an$/),
      ]);
      expect(told(unlike, 'en')[0]).toContain('can be neither compared nor added up');
    },
  );
});

it('gives the figures of the whole fund before the sum of what projects publish, each with source and date', () => {
  const all = computationOf({}, { operation: 'sum', field: 'savings' });

  const [fund, sum] = ordinarySpaces(answerText(answerTo(all, knowledge), knowledge)).split('\n');
  expect(fund).toMatch(
    /^Pour l’ensemble du fonds, les sources donnent : 339 M€ d’économies.* \(Cour des comptes, 13 novembre 2025\) ; 600 M€ .* par an .* \(Boursorama \(AFP\), 10 février 2023\) ; 850 M€ .*, octobre 2022\)\.$/,
  );
  expect(sum).toMatch(/^Total — économies attendues : 16,5 M€ sur 4 ans, sur 2 des 68 projets/);
  expect(answerText(answerTo(all, knowledge, 'en'), knowledge)).toMatch(
    /^For the fund as a whole, the sources give: €339 million of savings/,
  );
});

describe('one body that gave two values', () => {
  it.each([
    [
      'fr',
      'La même source (Sénat) donne 36,2 M€ (estimation d’origine), puis 123,5 M€ (estimation révisée), soit 87,3 M€ de plus (+241 %).',
    ],
    [
      'fr',
      'La même source (DINUM) donne 41,43 M€ (23 juillet 2021), puis 50 M€ (15 décembre 2021), soit 8,57 M€ de plus (+21 %).',
    ],
    ['en', 'The same source (Sénat) gives €36.2 million, then €123.5 million: €87.3 million more (+241%).'],
    [
      'en',
      'The same source (DINUM) gives €41.43 million (23 July 2021), then €50 million (15 December 2021): €8.57 million more (+21%).',
    ],
  ] as const)('does not differ from itself (%s)', (locale, sentence) => {
    const cost = answerTo({ kind: 'fact', project: 'pilat', field: 'cost', also: [] }, knowledge, locale);

    const text = ordinarySpaces(answerText(cost, knowledge));
    expect(text).toContain(sentence);
    expect(text).not.toMatch(/Deux sources diffèrent|Two sources differ/);
  });

  it.each([
    ['fr', 'La même source (modernisation.gouv.fr) donne 2021-11-28 (fiche de l’appel), puis 2021-12-14 (communiqué).'],
    ['en', 'gives 28 November 2021 (page of the call), then 14 December 2021 (press release).'],
  ] as const)('is told in the order of time, whichever side the record begins with (%s)', (locale, sentence) => {
    const question = { kind: 'fact', project: 'procedure-penale-numerique', field: 'date', also: [] } as const;

    expect(answerText(answerTo(question, knowledge, locale), knowledge)).toContain(sentence);
  });

  it('is told as two where nothing says which came first', () => {
    const funding = answerTo({ kind: 'fact', project: 'dossierfacile', field: 'funding', also: [] }, knowledge);

    expect(answerText(funding, knowledge)).toContain('Deux sources diffèrent');
  });
});

it.each([
  [11 / 18.6, '59'],
  [0.001, 'moins de 1'],
  [0.999, 'plus de 99'],
  [0, '0'],
  [1, '100'],
])('a part of %d is %s percent', (share, text) => {
  expect(percents(share, 'moins de', 'plus de')).toBe(text);
});
