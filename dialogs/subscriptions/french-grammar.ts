import type { Grammar } from './grammar';

/** A change, as people say that it happens. */
const CHANGES_FR =
  '(?:(?:ne )?(?:change|changent|changera|changeront|changeait|evolue|evoluent|evoluera|bouge|bougent|bougera|progresse|avance|avancent)(?: (?:un jour|encore|de nouveau|de (?:valeur|montant)))?|(?:est|sont|etait|sera|seront) (?:mise?s?|remise?s?) a jour|(?:est|sont|etait|sera|seront|a ete|ont ete) (?:modifiee?s?|changee?s?|revisee?s?|publiee?s?|connue?s?|annoncee?s?|ajoutee?s?|retiree?s?|supprimee?s?|corrigee?s?|precisee?s?)|arrive(?:nt)?|apparait|apparaissent|disparait|disparaissent|(?:a|ont) (?:du nouveau|(?:de|des|un|d autres) nouveaux? projets?))';
const NEWS_FR =
  '(?:(?:du|quelque chose de) (?:nouveau|neuf)|(?:une?|des|les|la|le|toute?s?|tous les|chaque|quelque) ?(?:changements?|nouveautes?|modifications?|mises? a jour|evolutions?|nouvelles?|chose)(?: (?:change|changent|bouge|evolue))?)';
/** The same without an article: then it must say of what. */
const BARE_NEWS_FR = '(?:changements?|nouveautes?|modifications?|mises? a jour|evolutions?|nouveau|neuf)';
const LINK_FR = '(?: ?(?:sur|en|dans|pour|concernant|a propos de|du cote de|chez|de|du|des|d|au|aux|a))?';
const TELL_FR =
  '(?:previens|prevenez|avertis|avertissez|alerte|alertez|notifie|notifiez|informe|informez|signale|signalez)';
const TOLD_FR = `(?:${TELL_FR} (?:moi|nous)|(?:me|nous) (?:prevenir|avertir|alerter|notifier|informer|signaler)|(?:me|nous) (?:preveniez|previennes|avertissiez)|etre (?:prevenue?s?|avertie?s?|alertee?s?|notifiee?s?|informee?s?|tenue?s? (?:au courant|informee?s?))|(?:tiens|tenez) (?:moi|nous) (?:au courant|informee?s?)|(?:me|nous) tenir (?:au courant|informee?s?)|rester (?:informee?s?|au courant)|recevoir (?:une |des |les )?(?:alertes?|notifications?|avis)|(?:une|des|mets|mettez|cree|creez|creer)(?: moi| nous)?(?: une)? (?:alertes?|notifications?))`;
const WHEN_FR =
  '(?:si|s|quand|lorsque|lorsqu|des que|des qu|des lors que|chaque fois que|chaque fois qu|a chaque fois que|a chaque fois qu|en cas de|en cas d)';
const OF_FR = '(?:de|des|d|du|sur|dans|pour|concernant|a propos de|chez|a|au|aux)';
const STOP_FR =
  '(?:arrete|arretez|arreter|cesse|cessez|cesser|stop|stoppe|stoppez|stopper|fini|annule|annulez|annuler|supprime|supprimez|supprimer|resilie|resiliez|resilier|coupe|coupez|couper|desactive|desactiver|desactivez|enleve|enlevez|retire|retirez)';
const ALERTS_FR =
  '(?:(?:mon|mes|l|les|tous? mes|toutes? mes|toutes? les|tous les|ces|cette|cet|aux|d|des) ?)?(?:abonnements?|alertes?|notifications?|avis de changement|suivis?)';

/** How people order in French what they want to be told of. */
export const FRENCH: Grammar = {
  follow: [
    new RegExp(`^${TOLD_FR} ${WHEN_FR} (?<about>.+)$`, 'du'),
    // "Informe-moi sur Mentor" and "signale-moi les projets de la Justice" ask for what there is.
    new RegExp(
      `^(?!(?:informe|informez|signale|signalez|me informer|etre informe|m informer) )${TOLD_FR} ${OF_FR} (?<about>.+)$`,
      'du',
    ),
    new RegExp(
      `^${TELL_FR} (?:moi|nous) (?<about>(?:de |des |d |du )?(?:tout|toute|tous les|chaque|les|a chaque) ?(?:changements?|nouveautes?|modifications?|mises? a jour|evolutions?)(?: .+)?)$`,
      'du',
    ),
    new RegExp(
      `^(?:dis|dites)(?: le)? (?:moi|nous) (?:si|s|quand|lorsque|des que|des qu) (?<about>.+ (?:change|changent|evolue|evoluent|bouge|bougent|changera))$`,
      'du',
    ),
    new RegExp(`^${TOLD_FR}(?<about>)$`, 'du'),
    /^(?:abonne|abonnez) (?:moi|nous)(?: (?:a|au|aux|sur|pour|de|du|des))?(?: (?<about>.+))?$/du,
    /^(?:m|nous|s) ?abonner(?: (?:a|au|aux|sur|pour|de|du|des))?(?: (?<about>.+))?$/du,
    /^je m abonne(?: (?:a|au|aux|sur|pour))?(?: (?<about>.+))?$/du,
    /^(?:un abonnement|abonnement) (?:a|au|aux|sur|pour) (?<about>.+)$/du,
  ],
  weak: /^(?:suivre|suivez|surveiller|surveille|surveillez)(?: (?:pour moi|moi))? (?<about>.+)$/du,
  list: /^(?:(?:quel(?:le)?s sont |(?:voir|montre|montrez|affiche|affichez|liste|lister|donne|donnez|consulter|gerer|modifier|ou sont|rappelle|revoir)(?: moi)? )?(?:tous |toutes )?(?:la liste de )?(?:mes|nos) (?:abonnements|alertes|notifications|suivis)(?: en cours| actuels| actives)?|(?:a quoi|a quels projets|a quels sujets) (?:suis je|est ce que je suis|je suis|sommes nous) abonnee?s?|je suis abonnee?s? a quoi|mes projets suivis|(?:les )?projets que je suis)$/u,
  how: /^comment (?:(?:faire|fait on|puis je|peut on|pouvons nous|est ce que je peux|je peux|je fais|dois je faire) )?(?:pour )?(?:suivre (?:un|des|les|plusieurs|ces|certains) projets?|(?:m |s |nous )?abonner(?: a (?:un|des|plusieurs) projets?)?|(?:etre|rester) (?:prevenue?s?|avertie?s?|alertee?s?|notifiee?s?|informee?s?|tenue?s? au courant)(?: (?:des (?:changements|nouveautes)|(?:si|quand) un projet change))?|recevoir (?:une |des |les )?(?:alertes?|notifications?|avis))$/u,
  unfollow: [
    new RegExp(
      `^(?:ne |n )?(?:(?:me |nous )?(?:${TELL_FR}|preveni[rs]) ?(?:moi|nous)?|(?:me|m|nous) (?:parle|parlez|ecris|ecrivez)) ?plus(?: jamais)?(?: (?:${WHEN_FR}|${OF_FR}))?(?: (?<about>.+))?$`,
      'du',
    ),
    /^(?:je ne veux plus|ne plus|je veux plus|plus)(?: (?:me |nous )?(?:etre |recevoir )?(?:prevenir|avertir|alerter|notifier|prevenue?s?|avertie?s?|alertee?s?|notifiee?s?|(?:d |de |aucune |les )?(?:alertes?|notifications?|avis)))(?: (?:de|des|d|du|sur|pour|concernant|si|quand))?(?: (?<about>.+))?$/du,
    /^(?:je ne veux plus|ne plus|je veux plus) suivre(?: (?<about>.+))?$/du,
    new RegExp(
      `^${STOP_FR} de (?:me |nous )(?:prevenir|avertir|alerter|notifier|informer)(?: (?:${WHEN_FR}|${OF_FR}))?(?: (?<about>.+))?$`,
      'du',
    ),
    new RegExp(`^${STOP_FR} de suivre(?: (?<about>.+))?$`, 'du'),
    new RegExp(`^${STOP_FR} ${ALERTS_FR}(?: (?:de|des|d|du|sur|pour|concernant|a|au|aux))?(?: (?<about>.+))?$`, 'du'),
    /^(?:me |nous |se |te )?desabonner(?: (?:de|des|d|du|a|au|aux))?(?: (?<about>.+))?$/du,
    /^desabonne[zr]? (?:moi|nous)(?: (?:de|des|d|du|a|au|aux))?(?: (?<about>.+))?$/du,
    /^(?:je me desabonne|desabonnement|desinscription|me desinscrire)(?: (?:de|des|d|du|a|au|aux))?(?: (?<about>.+))?$/du,
  ],
  heads: new RegExp(
    `^(?:(?:jamais|un jour|il y a|il y avait|y a|on (?:ajoute|modifie|change|publie)|quelque chose (?:change|bouge|evolue)|ca (?:change|bouge|evolue)|(?:les |la |le )?(?:valeur|donnees|infos?|informations?|fiche)(?= (?:sur|de|du|des|d) )|la page|le moindre changement|${NEWS_FR})${LINK_FR} |${BARE_NEWS_FR} (?:en|${OF_FR}) |(?:(?:un|le|de|des|les|tout|tous les) )?(?:nouveaux?|nouvel) (?=projets? )|(?:un|tout|chaque) (?=projet (?:de|du|des|d|sur|dans|pour|porte|qui|concernant|lie)))+`,
    'u',
  ),
  tails: new RegExp(`(?: (?:${CHANGES_FR}|il y a ${NEWS_FR}|y a ${NEWS_FR}))+$`, 'u'),
  everything: new RegExp(
    `^(?:(?:il y a |y a )?(?:une?|de|des) nouve(?:aux?|l|lles?) (?:projets?|fiches?)|tout|tous|toutes|quelque chose|quoi que ce soit|n importe quoi|(?:un|n importe quel|chaque|tout|des|les|tous les|l un des|l ensemble des|(?:(?:une?|de|des|les|toute?|tous les|toutes les) )?nouve(?:aux?|l|lles?)) (?:projets?|fiches?)(?: de la base)?|(?:la base|les donnees|les fiches)|(?:il y a |y a )?(?:${NEWS_FR}|${BARE_NEWS_FR})(?: (?:de|dans|sur) (?:la base|les projets|tous les projets|tout))?)$`,
    'u',
  ),
  ofNew: /\bnouve(?:aux?|l|lles?) (?:projets?|fiches?)\b/u,
  this: /^(?:il|elle|ils|elles|lui|eux|ceux (?:ci|la)|celui (?:ci|la)|celle ci|celles ci|(?:ce|cet|cette|ces) (?:projets?|fiches?|listes?|resultats?|dossiers?)(?: (?:ci|la))?|la liste|l un d (?:eux|entre eux|elles)|un de ces projets|l un de ces projets|le projet|ces derniers)$/u,
  thisValue:
    /^(?:ca|cela|ceci|c|ce (?:chiffre|montant|statut)|cette valeur|ce dernier|la valeur|le chiffre|le montant)$/u,
};
