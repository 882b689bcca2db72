import { startBotChat } from './bot-chat';
import { plain } from '../plain-text';

/** What people asked who were watched at it, and went wrong then: the turns, what the last reply says, and what it must not say. */
const JOURNEYS: readonly (readonly [turns: readonly string[], says: RegExp, not?: RegExp])[] = [
  [['combien ça fait economiser mentor'], /Mentor.* : 2,3 M€/u],
  [['economie geoplateforme', 'et son coût ?'], /Géoplateforme — coût total : 21,5 M€/u],
  [['economie geoplateforme', 'et son coût ?', 'c’est sûr ?'], /coût total.*21,5 M€/su],
  [['economie geoplateforme', 'pourquoi ?'], /^J’ai compris : Géoplateforme — économies attendues/u],
  [['total des financements FTAP', 'pourquoi ?'], /^J’ai compris : Total, financement FTAP[^]*323,14 M€/u],
  [
    ['suite à la réunion d’hier, quels projets concernent le logement ?'],
    /^7 projets \(thème : Logement\)/u,
    /La Réunion/u,
  ],
  [['projets du ministère de l’Intérieur', 'et l’écologie ?'], /^5 projets \(thème : Environnement\)/u, /Intérieur/u],
  [
    ['combien de projets annoncés après le 1er janvier 2023 ?'],
    /^8 projets sur 68, soit 12 % \(annonce depuis 2023\)/u,
  ],
  [['projets annoncés entre avril 2021 et juin 2024'], /^\d projets \(annonce d’avril 2021 à juin 2024\)/u],
  [
    ['montants FTAP des projets de la DGFiP et avancement'],
    /^11 projets \(porteur : DGFiP\)[^]*CFVR — financement FTAP : 5 M€ ; avancement/u,
  ],
  [['Quels projets concernent le logement ?', 'tu peux me mettre ça en excel ?'], /fichier est prêt/u, /plaisir/u],
  [['c’est à jour ?'], /sources?/u, /71 jours/u],
  [['qui est le ministre ?'], /^(?:Je ne sais pas|Aucune fiche)/u, /^Oui/u],
  [['combien d’argent a été dépensé ?'], /\d/u, /^Non/u],
  [['je veux parler à un humain'], /automatique|humain|personne/iu],
  [['efface mes données'], /oublie|efface/iu, /^Je ne sais pas/u],
  [['supprime toutes mes données personnelles'], /^C’est oublié/u],
  [['supprime tous mes messages'], /^C’est oublié/u],
  [['y a une faute dans vos données'], /^Que voulez-vous signaler/u],
  [['Quel financement pour Mentor ?', 'c’est pas vrai'], /5,4 M€/u],
  [['Compare Mentor et PILAT', 'ajoute LiDAR HD'], /Comparaison — .*Mentor.*PILAT.*LiDAR HD/u],
  [['les 5 projets les plus chers', 'le 2e'], /Procédure pénale numérique/u, /^PILAT/u],
  [['C’est quoi Mentor ?', 'ki porte sa'], /porteur : Ministère de l’Action et des Comptes publics/u],
  [
    ['quel ministère économise le plus ?', 'et en 2023 ?'],
    /aucun montant n’est publié.*2023/u,
    /En tête : [^\n]*non publié/u,
  ],
  [['Combien coûte PILAT ?'], /La même source \(Sénat\) donne/u, /Deux sources diffèrent : 36,2/u],
  [['Quelles économies au total ?'], /^Pour l’ensemble du fonds, les sources donnent : 339 M€/u],
  [['une note sur les projets du logement'], /7 projets : c’est trop pour une note/u],
  [['exporte tous les projets'], /fichier est prêt : 68 projets/u],
  [['merci', 'Quels projets concernent le logement ?', 'leur financement total ?'], /Total — financement FTAP/u],
];

describe('a journey that went wrong once', () => {
  it.each(JOURNEYS.map(([turns, says, not = null]) => ({ turns, says, not })))(
    'is right: $turns',
    async ({ turns, says, not }) => {
      const chat = startBotChat();
      for (const turn of turns) await chat.say(turn);

      expect(plain(chat.text())).toMatch(says);
      if (not !== null) expect(plain(chat.text())).not.toMatch(not);
    },
  );
});
