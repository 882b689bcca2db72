import { MemoryStorage } from 'botbuilder';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { baseWith } from '../core/knowledge';
import { startBotChat, type BotChat } from './bot-chat';
import { cardProblems } from './card-schema';

/** Steps of a conversation: words, or a button by its title ("[Retour]", "[Ajouter] choice=mentor"). */
async function play(chat: BotChat, steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    const pressed = /^\[(?<title>[^\]]+)\](?: (?<input>\w+)=(?<value>.*))?$/u.exec(step);
    const { title, input, value } = pressed?.groups ?? {};
    if (title === undefined) await chat.say(step);
    else await chat.press(title, input === undefined ? {} : { [input]: value });
    for (const card of chat.cards()) expect(cardProblems(card)).toEqual([]);
  }
}

type Row = readonly [what: string, locale: string, steps: readonly string[], expected: RegExp];

const ROWS: readonly Row[] = [
  // Find a project
  ['find: what is left out is not the theme', 'fr', ['guide-moi', 'tout sauf le numérique'], /^(?!Numérique : )/],
  ['find: a short English reply keeps the language', 'fr', ['guide-moi', 'santé', 'any'], /^3 projets/],
  ['find: no limit is a limit', 'fr', ['guide-moi', 'logement', 'non'], /^7 projets/],
  ['find: nor is "je ne sais pas"', 'fr', ['guide-moi', 'logement', 'je ne sais pas'], /^7 projets/],
  [
    'find: yes is not enough',
    'fr',
    ['guide-moi', 'logement', 'oui'],
    /Votre choix, précisément[^]*Voulez-vous vous limiter/,
  ],
  ['find: who does not know gets help', 'fr', ['guide-moi', 'je sais pas'], /^Je vous demande un thème[^]*Quel thème/],
  ['find: a bare question mark too', 'fr', ['guide-moi', '?'], /^Je vous demande un thème[^]*Quel thème/],
  ['find: everything', 'fr', ['guide-moi', 'tout'], /^68 projets/],
  ['find: everything, in English', 'en', ['find a project', 'all'], /^68 projects/],
  ['find: a theme that is not among those shown', 'fr', ['guide-moi', 'santé'], /^Santé[^]* : 3 projets/],
  ['find: a theme mistyped is told the nearest', 'fr', ['guide-moi', 'numerikable'], /par exemple « Numérique »\./],
  ['find: a body that is not among those shown', 'fr', ['guide-moi', 'numérique', 'ANSSI'], /aucun n’est lié|projet/],
  ['find: no tenth choice by its number', 'fr', ['guide-moi', '10'], /Je ne reconnais pas de thème/],
  [
    'find: a place instead of a theme',
    'fr',
    ['guide-moi', 'Bretagne'],
    /territoire : Bretagne[^]*Reprenons[^]*Quel thème/,
  ],
  [
    'find: a question without its mark',
    'fr',
    ['guide-moi', 'économies réalisées par le fonds'],
    /339 millions[^]*Reprenons[^]*Quel thème/,
  ],
  ['find: a guess is no answer', 'fr', ['guide-moi', 'violet'], /Je ne reconnais pas de thème dans « violet »/],
  ['find: courtesy', 'fr', ['guide-moi', 'merci'], /^Avec plaisir[^]*Reprenons[^]*Quel thème/],
  ['find: a goodbye ends it', 'fr', ['guide-moi', 'au revoir'], /^Au revoir(?![^]*Quel thème)/],
  ['find: "stop" is French too', 'fr', ['guide-moi', 'stop'], /^C’est annulé/],
  ['find: "back" and "help" are as well', 'fr', ['guide-moi', 'logement', 'back', 'help'], /^Je vous demande un thème/],
  ['find: French orders in an English guide', 'en', ['find a project', 'aide'], /^Je vous demande un thème/],
  ['find: from the start', 'fr', ['guide-moi', 'logement', 'recommencer'], /^Quel thème vous intéresse/],
  ['find: English quotation marks', 'en', ['find a project', 'zorglub'], /for instance “Digital” or “/],
  [
    'find: a question that has no answer is kept for the team',
    'fr',
    ['guide-moi', 'justice', 'combien coûtent-ils ?'],
    /^(?!Parmi)[^]*Reprenons[^]*Justice : 9 projets/,
  ],
  [
    'find: words, then by presses',
    'fr',
    ['aide-moi à chercher', '[Numérique (59)]', '[Direction générale des finances publiques (10)]'],
    /projets \(thème : Numérique ; porteur : DGFiP\)/,
  ],
  [
    'find: own words at each step',
    'fr',
    ['chercher un projet', 'la justice', 'l’administration pénitentiaire'],
    /projets? \(thème : Justice ; porteur : DAP\)[^]*pénitentiaire/,
  ],
  ['find: a theme of one project needs no second question', 'fr', ['guide-moi', 'cloud'], /France Cloud|Cloud/],
  ['find: anything goes', 'fr', ['guide-moi', 'logement', 'peu importe'], /7 projets \(thème : Logement\)/],
  ['find: back', 'fr', ['guide-moi', 'logement', '[Retour]'], /^Quel thème vous intéresse/],
  [
    'find: back in words, at the first question',
    'fr',
    ['guide-moi', 'retour'],
    /C’est la première question\.[^]*Quel thème/,
  ],
  ['find: cancel', 'fr', ['guide-moi', '[Annuler]'], /C’est annulé/],
  ['find: cancel in words', 'fr', ['guide-moi', 'laisse tomber'], /C’est annulé/],
  [
    'find: help, then the question again',
    'fr',
    ['guide-moi', 'logement', 'aide'],
    /Je vous demande un thème[^]*Voulez-vous vous limiter/,
  ],
  [
    'find: a question in the middle, then the question again',
    'fr',
    ['guide-moi', 'logement', 'Quel est le coût total de PILAT ?'],
    /PILAT[^]*123,5 M€[^]*Reprenons\.[^]*Voulez-vous vous limiter/,
  ],
  ['find: a wrong answer', 'fr', ['guide-moi', 'les licornes'], /Je ne reconnais pas de thème dans « les licornes »/],
  ['find: a wrong limit', 'fr', ['guide-moi', 'logement', 'la Bretagne'], /aucun n’est lié à « la Bretagne »/],
  ['find: English', 'en', ['help me find a project', 'housing', 'any'], /7 projects \(theme: Housing\)/],
  ['find: English help', 'en', ['find a project', 'help'], /I ask for a theme[^]*Which theme/],
  [
    'find: the language follows',
    'fr',
    ['guide-moi', 'what is the total cost of PILAT?'],
    /Let us go on\.[^]*Which theme are you interested in/,
  ],
  // Savings
  ['savings: the subject at once', 'fr', ['calculer les économies', 'Mentor'], /2,3 M€ sur 4 ans/],
  ['savings: a theme at once', 'fr', ['calculer les économies', 'le numérique'], /thème : Numérique/],
  ['savings: a body at once', 'fr', ['calculer les économies', 'la DGFiP'], /porteur : DGFiP/],
  ['savings: part of a label', 'fr', ['calculer les économies', 'un thème'], /^De quel thème/],
  ['savings: part of a name', 'fr', ['calculer les économies', 'ministère', 'intérieur'], /Ministère de l’Intérieur/],
  ['savings: the whole base', 'fr', ['calculer les économies', 'toute la base'], /68 projets/],
  ['savings: everything', 'en', ['see the expected savings', 'everything'], /68 projects/],
  [
    'savings: two projects where one is asked for',
    'fr',
    ['calculer les économies', 'd’un projet', 'Mentor et PILAT'],
    /Mentor et PILAT\. Lequel[^]*De quel projet/,
  ],
  [
    'savings: one project',
    'fr',
    ['connaître les économies attendues', '[D’un projet]', '[Choisir] choice=mentor'],
    /2,3 M€ sur 4 ans/,
  ],
  [
    'savings: one project in words',
    'fr',
    ['calculer les économies', 'd’un projet', 'la géoplateforme'],
    /3,6 M€ sur 4 ans/,
  ],
  ['savings: a theme', 'fr', ['calculer les économies', 'd’un thème', 'numérique'], /économies attendues[^]*projets/],
  ['savings: a ministry', 'fr', ['calculer les économies', 'd’un ministère', 'Bercy'], /M€/],
  ['savings: all', 'fr', ['calculer les économies', '[De tous les projets]'], /68/],
  ['savings: back to the scope', 'fr', ['calculer les économies', 'd’un thème', 'retour'], /Les économies de quoi/],
  ['savings: cancel', 'fr', ['calculer les économies', 'annuler'], /C’est annulé/],
  [
    'savings: help',
    'fr',
    ['calculer les économies', '[Aide]'],
    /Je vous donne les économies attendues[^]*Les économies de quoi/,
  ],
  [
    'savings: a question in the middle',
    'fr',
    ['calculer les économies', 'Qui porte Mentor ?'],
    /Mentor[^]*Reprenons[^]*Les économies de quoi/,
  ],
  ['savings: a wrong answer', 'fr', ['calculer les économies', 'violet'], /« violet » ne fait pas partie des choix/],
  [
    'savings: a wrong ministry',
    'fr',
    ['calculer les économies', 'd’un ministère', 'les licornes'],
    /Je ne reconnais pas de ministère/,
  ],
  ['savings: English', 'en', ['see the expected savings', 'one project', 'Mentor'], /€2\.3 million over 4 years/],
  // Compare
  [
    'compare: one name of three is unknown',
    'fr',
    ['comparer', 'Mentor, Zorglub et PILAT'],
    /Je ne reconnais pas de projet dans « Zorglub »[^]*Votre choix : Mentor et PILAT/,
  ],
  [
    'compare: finished before it began',
    'fr',
    ['comparer', 'j’ai fini'],
    /Il en faut au moins 2[^]*Quels projets comparer/,
  ],
  ['compare: that is all', 'fr', ['comparer', 'Mentor et PILAT', 'c’est tout'], /^Comparaison — Mentor/],
  ['compare: no more', 'fr', ['comparer', 'Mentor et PILAT', 'non'], /^Comparaison — Mentor/],
  ['compare: yes', 'en', ['compare', 'Mentor and PILAT', 'yes'], /^Comparison of Mentor/],
  ['compare: taken away again', 'fr', ['comparer', 'Mentor et PILAT', 'enlève Mentor'], /^Votre choix : PILAT\. /],
  ['compare: a French name in English', 'en', ['compare', 'la Géoplateforme'], /^Chosen: Géoplateforme/],
  [
    'compare: the table of before can be had in the middle',
    'fr',
    ['Quels projets concernent le logement ?', 'comparer', 'exporter'],
    /csv-list[^]*Reprenons[^]*Quels projets comparer/,
  ],
  ['compare: nothing added', 'fr', ['comparer', '[Ajouter]'], /Rien n’est encore choisi/],
  [
    'compare: by words, several at once',
    'fr',
    ['comparer des projets', 'Mentor et PILAT', 'comparer'],
    /Mentor[^]*PILAT/,
  ],
  [
    'compare: one by one',
    'fr',
    ['comparer', '[Ajouter] choice=mentor', '[Ajouter] choice=pilat', '[Comparer]'],
    /Comparaison|PILAT/,
  ],
  [
    'compare: up to five ends by itself on the button',
    'fr',
    ['comparer', 'Mentor, PILAT, DossierFacile, CFVR et InSERRE'],
    /Votre choix : .*InSERRE/,
  ],
  [
    'compare: one is not enough',
    'fr',
    ['comparer', 'Mentor', 'comparer'],
    /Il en faut au moins 2[^]*Votre choix : Mentor/,
  ],
  ['compare: the same twice', 'fr', ['comparer', 'Mentor', 'Mentor'], /Mentor.* est déjà choisi/],
  [
    'compare: back gives up the last one',
    'fr',
    ['comparer', 'Mentor et PILAT', '[Retour]'],
    /Votre choix : Mentor[^,]*\. /,
  ],
  ['compare: cancel', 'fr', ['comparer', 'Mentor', 'annuler'], /C’est annulé/],
  ['compare: help', 'fr', ['comparer', 'Mentor', 'aide'], /Choisissez de deux à cinq projets[^]*Votre choix : Mentor/],
  [
    'compare: a question in the middle',
    'fr',
    ['comparer', 'Mentor', 'Combien coûte DossierFacile ?'],
    /DossierFacile[^]*Reprenons[^]*Votre choix : Mentor/,
  ],
  ['compare: no such project', 'fr', ['comparer', 'Zorglub'], /Je ne reconnais pas de projet dans « Zorglub »/],
  ['compare: English', 'en', ['compare projects', 'Mentor and PILAT', '[Compare]'], /PILAT/],
  // Note
  [
    'note: asked for in a sentence',
    'fr',
    ['j’ai besoin d’une note sur la Géoplateforme'],
    /^La note est prête : Géoplateforme/,
  ],
  ['note: … in English', 'en', ['I need a briefing note on Mentor and PILAT'], /The note is ready: Mentor and PILAT/],
  ['note: without a verb', 'fr', ['note sur Mentor et Histologe'], /^La note est prête : Mentor et Histologe/],
  ['note: on a set', 'fr', ['une note sur les projets de l’école'], /^La note est prête : .*, .* et /],
  ['note: on what was shown', 'fr', ['Compare Mentor et PILAT', 'une note sur ces projets'], /note-mentor\+pilat-html/],
  ['note: on a set, in English', 'en', ['note on the health projects'], /^The note is ready: .*, .* and /],
  [
    'note: on more than it holds',
    'fr',
    ['une note sur les projets du logement'],
    /^7 projets : c’est trop pour une note[^]*csv-list/,
  ],
  ['note: on everything', 'fr', ['prépare une note sur tous les projets'], /^68 projets : c’est trop[^]*csv-list/],
  [
    'note: a name that is none is asked again',
    'fr',
    ['une note sur Mentor et Zorglub'],
    /Je ne reconnais pas de projet dans « zorglub »[^]*Votre choix : Mentor/,
  ],
  ['note: all, in the guide', 'fr', ['préparer une note', 'tous'], /5 projets au plus[^]*Sur quels projets/],
  ['note: a set, in the guide', 'fr', ['préparer une note', 'les projets de l’école'], /^Votre choix : .*, .* et /],
  ['note: another one, in a guide', 'fr', ['comparer', 'une note sur Mentor'], /^La note est prête : Mentor/],

  ['note: without accents', 'fr', ['préparer une note', 'Mentor', 'preparer la note'], /^La note est prête/],
  ['note: ok', 'fr', ['préparer une note', 'Mentor', 'ok'], /^La note est prête/],
  [
    'note: one project',
    'fr',
    ['préparer une note', 'Mentor', '[Préparer la note]'],
    /La note est prête[^]*note-mentor-html/,
  ],
  ['note: named at once', 'fr', ['prépare une note sur Mentor et PILAT'], /note-mentor\+pilat-html/],
  ['note: back', 'fr', ['préparer une note', 'Mentor', 'retour'], /Sur quels projets/],
  ['note: cancel', 'fr', ['préparer une note', '[Annuler]'], /C’est annulé/],
  ['note: help', 'fr', ['préparer une note', 'aide'], /j’en fais une note[^]*Sur quels projets/],
  [
    'note: a question in the middle',
    'fr',
    ['préparer une note', 'quels projets concernent le logement ?'],
    /Logement[^]*Reprenons[^]*Sur quels projets/,
  ],
  [
    'note: no such project',
    'fr',
    ['préparer une note', 'Zorglub'],
    /Je ne reconnais pas de projet dans « Zorglub ». Écrivez/,
  ],
  ['note: a name near to some', 'fr', ['préparer une note', 'Histologue42'], /Est-ce Histologe \?|Votre choix/],
  [
    'note: English',
    'en',
    ['prepare a briefing note', 'Mentor', '[Prepare the note]'],
    /The note is ready[^]*note-mentor-html\?lang=en/,
  ],
  // Opinion
  ['opinion: a judgement is no courtesy', 'fr', ['donner mon avis', 'très bien'], /« très bien » n’est pas une note/],
  ['opinion: out of five', 'fr', ['donner mon avis', '4/5'], /^Un mot pour expliquer/],
  ['opinion: not out of ten', 'fr', ['donner mon avis', '5/10'], /« 5\/10 » n’est pas une note/],
  ['opinion: spelled out', 'en', ['give feedback', 'five'], /^A word to explain/],
  [
    'opinion: a mark and a word',
    'fr',
    ['donner mon avis', '[Utile]', '[Envoyer] text=Très pratique'],
    /votre avis est transmis/,
  ],
  ['opinion: in words, without a word', 'fr', ['donner mon avis', '4', 'passer'], /votre avis est transmis/],
  ['opinion: back', 'fr', ['donner mon avis', '4', 'retour'], /Que pensez-vous de cet assistant/],
  ['opinion: cancel', 'fr', ['donner mon avis', 'annule'], /C’est annulé/],
  ['opinion: help', 'fr', ['donner mon avis', 'aide'], /Une note de un à cinq[^]*Que pensez-vous/],
  [
    'opinion: a question in the middle',
    'fr',
    ['donner mon avis', 'Combien coûte PILAT ?'],
    /123,5 M€[^]*Reprenons[^]*Que pensez-vous/,
  ],
  ['opinion: a wrong mark', 'fr', ['donner mon avis', '12'], /« 12 » n’est pas une note/],
  ['opinion: English', 'en', ['give feedback', 'Useful', 'skip'], /your opinion goes to the team/],
  // Report
  ['report: too little', 'fr', ['signaler', '2', 'je ne sais pas'], /un peu plus[^]*Quelle question/],
  ['report: how to', 'fr', ['comment signaler une erreur ?', '1', 'aucun'], /^Que faut-il corriger/],
  ['report: on a project at once', 'fr', ['signaler une erreur sur PILAT'], /^PILAT : que faut-il corriger/],
  ['report: on a field of it', 'fr', ['il y a une erreur dans le coût de PILAT'], /^PILAT : que faut-il corriger/],
  ['report: the project instead of the kind', 'fr', ['signaler', 'Mentor'], /^Mentor : que faut-il corriger/],
  ['report: after an answer', 'fr', ['c’est faux'], /^Que voulez-vous signaler/],
  ['report: no project', 'fr', ['signaler une erreur', '1', 'aucun'], /^Que faut-il corriger/],
  ['report: an order phrase is the text', 'fr', ['signaler', '1', 'PILAT', 'il y a une erreur'], /transmis à l’équipe/],
  [
    'report: a mistake',
    'fr',
    ['signaler une erreur', '[Une erreur dans les données]', 'PILAT', 'Le coût est de 120 M€ selon le rapport'],
    /transmis à l’équipe qui tient la base/,
  ],
  [
    'report: of no project',
    'fr',
    ['signaler une erreur', '1', '[Aucun en particulier]', 'Il manque les projets de 2025'],
    /transmis à l’équipe/,
  ],
  [
    'report: an unanswered question',
    'fr',
    ['signaler une erreur', '2', 'Combien de projets en Bretagne depuis 2020'],
    /transmis à l’équipe/,
  ],
  ['report: back', 'fr', ['signaler une erreur', '1', 'PILAT', 'retour'], /De quel projet/],
  ['report: cancel', 'fr', ['signaler une erreur', '1', '[Annuler]'], /C’est annulé/],
  ['report: help', 'fr', ['signaler une erreur', 'aide'], /Dites ce qui est faux[^]*Que voulez-vous signaler/],
  [
    'report: a question where a text is asked for',
    'fr',
    ['signaler une erreur', '2', 'Qui porte Mentor ?'],
    /Mentor[^]*Reprenons\. Si cette phrase était votre message/,
  ],
  [
    'report: … which was the text',
    'fr',
    ['signaler une erreur', '2', 'Qui porte Mentor ?', '[Garder ma phrase]'],
    /transmis à l’équipe/,
  ],
  ['report: nothing written', 'fr', ['signaler une erreur', '2', '[Envoyer] text=  '], /Je n’ai rien reçu/],
  ['report: too long', 'fr', ['signaler une erreur', '2', `[Envoyer] text=${'x'.repeat(2001)}`], /trop long/],
  ['report: a wrong answer', 'fr', ['signaler une erreur', 'violet'], /ne fait pas partie des choix/],
  ['report: English', 'en', ['report a mistake', '1', 'Mentor', 'The cost is wrong'], /goes to the team/],
];

/** The real base, in which these projects have one more name in common. */
function twins(...ids: readonly string[]): KnowledgeBase {
  return baseWith((project) =>
    ids.includes(project.id) ? { ...project, otherNames: [...project.otherNames, 'Jumeau'] } : project,
  );
}

describe('a step of a guide', () => {
  it.each([
    [['guide-moi']],
    [['guide-moi', 'numérique']],
    [['connaître les économies', '[D’un thème]']],
    [['connaître les économies', '[D’un ministère ou d’un organisme]']],
    [['signaler une erreur']],
    [['donner mon avis']],
  ])('shows nine choices at most, most projects first: %j', async (steps) => {
    const chat = startBotChat();
    await play(chat, steps);

    const choices = chat.buttons().filter((title) => !['Retour', 'Aide', 'Annuler', 'Peu importe'].includes(title));
    const counts = choices.flatMap((title) => /\((\d+)\)$/u.exec(title)?.[1] ?? []).map(Number);
    expect(choices.length).toBeLessThanOrEqual(9);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(JSON.stringify(chat.cards())).not.toContain('Input.ChoiceSet');
    expect(chat.text().includes('ou tapez un nom')).toBe(choices.length > 7);
  });
});

describe('a guide', () => {
  it.each(ROWS)('%s (%s)', async (_what, locale, steps, expected) => {
    const chat = startBotChat({ locale: locale === 'fr' ? 'fr-FR' : 'en-GB' });

    await play(chat, steps);

    expect(chat.text()).toMatch(expected);
  });

  it('takes, of two projects of one name, the one that is not chosen', async () => {
    const chat = startBotChat({ knowledge: twins('procedure-penale-numerique', 'ppn-administrations-partenaires') });

    await play(chat, ['comparer', 'PPN', 'Jumeau']);

    expect(chat.text()).toMatch(/^Votre choix : Procédure pénale numérique et PPN partenaires/);
  });

  it('asks which of two projects of one name is meant', async () => {
    const chat = startBotChat({ knowledge: twins('mentor', 'pilat') });

    await play(chat, ['comparer', 'Jumeau']);

    expect(chat.text()).toMatch(/Mentor et PILAT/);
    expect(chat.text()).toMatch(/Quels projets comparer/);
  });

  it('goes on after a restart, its steps being kept by name', async () => {
    const storage = new MemoryStorage();
    await play(startBotChat({ storage }), ['guide-moi', 'logement']);
    const chat = startBotChat({ storage });

    await play(chat, ['peu importe']);

    expect(chat.text()).toContain('7 projets');
  });

  it('takes a button of an earlier question as a change of that answer', async () => {
    const chat = startBotChat();
    await play(chat, ['donner mon avis']);
    const useless = chat.button('Inutile');
    await play(chat, ['[Très utile]']);

    await chat.send({ type: 'message', value: useless.data });
    await chat.say('Rien ne marche');

    expect(chat.inbox).toMatchObject([{ kind: 'opinion', rating: 1, text: 'Rien ne marche' }]);
  });

  it('refuses a button of a walk that has ended, and offers to begin again', async () => {
    const chat = startBotChat();
    await play(chat, ['donner mon avis']);
    const useless = chat.button('Inutile');
    await play(chat, ['annuler']);

    await chat.send({ type: 'message', value: useless.data });

    expect(chat.text()).toContain('n’est plus en cours');
    expect(chat.button('Donner mon avis').data).toMatchObject({ action: 'start', guide: 'opinion' });
    expect(chat.inbox).toEqual([]);
  });

  it('begins another one when asked to, and an old button of the first is refused', async () => {
    const chat = startBotChat();
    await play(chat, ['comparer']);
    await play(chat, ['donner mon avis']);

    await chat.send({
      type: 'message',
      value: { action: 'answer', guide: 'compare', run: 1, step: 'projects', choice: 'mentor' },
    });

    expect(chat.text()).toMatch(/n’est plus en cours[^]*Que pensez-vous/);
  });

  it.each(['oui', 'garder ma phrase'])('keeps the sentence that was answered when told so: %s', async (said) => {
    const chat = startBotChat();
    await play(chat, ['signaler une erreur', '2', 'Qui porte Mentor ?', said]);

    expect(chat.inbox).toMatchObject([{ kind: 'report', text: 'Qui porte Mentor ?' }]);
  });

  it.each(['non', 'rien', 'skip', '[Envoyer] text='])('takes an opinion without a word: %s', async (said) => {
    const chat = startBotChat();
    await play(chat, ['donner mon avis', '4', said]);

    expect(chat.inbox).toMatchObject([{ kind: 'opinion', rating: 4, text: '' }]);
  });

  it.each([
    'comparaison des coûts de Mentor et PILAT',
    'aide au logement',
    'stop aux bidonvilles',
    'note de Mentor',
    'donne une note sur 5',
    'plus de 20 M€ ?',
    'retour sur investissement du FTAP',
  ])('is not begun by a question: %s', async (said) => {
    const chat = startBotChat();
    await chat.say(said);

    expect(JSON.stringify(chat.cards())).not.toContain('"order"');
  });

  it.each([
    [['économies de Mentor', 'il y a une erreur', 'le montant est faux, c’est 3 M€'], 'mentor'],
    [['économies de Mentor', 'signaler une erreur', 'le coût de PILAT est de 120 M€'], 'pilat'],
    [['économies de Mentor', 'signaler une erreur', '2', 'le montant est faux, c’est 3 M€'], 'mentor'],
    [['signaler une erreur', 'le montant est faux, c’est 3 M€', 'Mentor'], 'mentor'],
    [['signaler une erreur', 'le montant est faux, c’est 3 M€', 'aucun'], null],
  ])('takes for the report what is said in its place: %j', async (steps, project) => {
    const chat = startBotChat();
    await play(chat, steps);

    expect(chat.text()).toMatch(project === null ? /^Merci, c’est transmis/u : / : merci, c’est transmis/u);
    const text = steps.find((said) => said.startsWith('le '));
    expect(chat.inbox).toMatchObject([{ kind: 'report', about: 'data', project, text }]);
  });

  it.each(['Combien coûte DossierFacile ?', 'donne moi le coût de DossierFacile'])(
    'is not ended by a question: %s',
    async (said) => {
      const chat = startBotChat();
      await play(chat, ['signaler une erreur', said]);

      expect(chat.text()).toMatch(/DossierFacile[^]*Que voulez-vous signaler/u);
      expect(chat.inbox).toEqual([]);
    },
  );

  it('has one project chosen, several added, the one just spoken of before the others', async () => {
    const chat = startBotChat();
    await play(chat, ['Qui porte PILAT ?', 'signaler une erreur', '2']);
    expect(chat.buttons()).toContain('Choisir');
    expect(JSON.stringify(chat.cards())).toMatch(/"choices":\[\{"title":"PILAT"/u);

    await play(chat, ['comparer des projets']);
    expect(chat.buttons()).toContain('Ajouter');
  });

  it('keeps what was reported, with the question before it', async () => {
    const chat = startBotChat();
    await play(chat, ['Qui porte Mentor ?', 'signaler une erreur', '[Une erreur sur Mentor]', 'Le porteur a changé']);

    expect(chat.inbox).toMatchObject([
      { kind: 'report', about: 'data', project: 'mentor', text: 'Le porteur a changé', question: 'Qui porte Mentor ?' },
    ]);
  });
});

it.each([
  ['donner mon avis', '4', 'passer'],
  ['signaler', '1', 'PILAT', 'Le coût est faux'],
])('say that nothing could be kept where too much was left that day: %s', async (...turns) => {
  const chat = startBotChat({ isInboxFull: true });
  for (const turn of turns) await chat.say(turn);

  expect(chat.text()).toContain('n’a pas pu être gardé');
  expect(chat.text()).not.toContain('transmis');
});
