import { phrases } from './phrases';
import type { SmalltalkAct } from './question';

/** Courtesy, help and orders. */
export const SMALLTALK_PHRASES: Readonly<Record<SmalltalkAct, readonly string[]>> = {
  greeting: phrases(`
    mes hommages | cher automate | cher assistant | chere machine | salutations | bien le bonjour | hola |
    salam | wesh | yo l ami | g day | good day | howdy | greetings | bonjour l ami | hello there | re bonjour |
    rebonjour | coucou toi | hey toi | salut toi | salut a toi | bon matin | ravi de faire votre connaissance |
    ravie de faire votre connaissance | enchantee | heureux de vous rencontrer | nice to meet you |
    pleased to meet you | bonjour a vous | bonjour | bonsoir | salut | coucou | hello | hi | hey | hi there |
    good morning | good afternoon | good evening | ca va | comment ca va | comment vas tu | comment allez vous |
    how are you | tu vas bien | yo | bonjour a tous | enchante | allo`),
  thanks: phrases(`
    vous etes bien aimable | vous etes aimable | vous etes gentil | tu es gentil | que dieu vous garde |
    merci mon petit | bien aimable | je vous en remercie | c est tres gentil | mille mercis | mille merci |
    vous me sauvez la mise | vous me sauvez | tu me sauves | je te revaudrai ca | je vous revaudrai ca |
    au top | c est top | trop bien | trop fort | chapeau | bien joue | cheers mate | that s me sorted |
    much appreciated | you re a star | you rock | lovely | brilliant | ta mate | nice one | that helps |
    very helpful | c est parfait | c est note | bien recu | merci bien | grand merci | un grand merci |
    merci infiniment | excellent | formidable | magnifique | tu geres | vous gerez | you saved me | sorted |
    merci | merci beaucoup | je te remercie | je vous remercie | thanks | thank you | thanks a lot |
    many thanks | c est exactement ce qu il me fallait | parfait | super | genial | nickel | top merci |
    impeccable | great | perfect | awesome | cheers | bravo | c est gentil | tres bien | ok | d accord |
    that is all i needed | that s all i needed | bon travail | well done | good job | that s helpful`),
  goodbye: phrases(`
    ce sera tout | ce sera tout pour aujourd hui | c est tout pour aujourd hui | ce sera tout merci |
    that will be all | that ll be all | rien d autre | a la revoyure | a tout a l heure | a plus dans le bus |
    je vous laisse | je te laisse | je file | je dois y aller | faut que j y aille | bon courage | bonne route |
    see ya | later | catch you later | talk later | gotta go | i have to go | cheerio | so long | farewell |
    tchuss | a tantot | bonne fin de semaine | bonne continuation | bonne fin d apres midi | tchao |
    have a good one | take care | au revoir | a bientot | bye | bye bye | goodbye | bonne journee |
    bonne soiree | bon week end | bonne fin de journee | see you | a plus | a plus tard | a demain | ciao |
    adieu | have a nice day | good night | bonne nuit | that is all | that s all | c est tout | a la prochaine`),
  help: phrases(`
    parler a un humain | parler a quelqu un | parler a une personne | un vrai humain | joindre quelqu un |
    un conseiller humain | talk to a human | speak to a human | talk to someone | real person | human agent |
    what sort of stuff | what sort of stuff can i ask you | what sort of things | what kind of stuff |
    quels sont tes talents | tu sais quoi faire | comment tu peux m aider | a quoi tu sers |
    vous servez a quoi | c est quoi ton role | quel est ton role | quel est votre role | how can you help |
    how do i use you | what s this for | show me what you can do | tu fais quoi | vous faites quoi |
    que fais tu | quelles sortes de questions | quel type de questions | quels types de questions |
    sortes de questions | en quoi pouvez vous m aider | what sort of questions | aide | aidez moi | aide moi |
    help | help me | m aider | mode d emploi | comment ca marche | comment ca fonctionne | comment tu marches |
    comment vous utiliser | comment t utiliser | que sais tu faire | que savez vous faire |
    qu est ce que tu sais faire | qu est ce que vous savez faire | tu sais faire quoi | que peux tu faire |
    que pouvez vous faire | tu peux faire quoi | tu sers a quoi | a quoi sers tu | a quoi servez vous |
    quelles questions | quelles questions puis je poser | quel genre de questions | what can you do |
    what can i ask | what can i ask you | what do you know | how does it work | how does this work |
    how do you work | what kind of questions | what kind of questions can i ask you | what questions can i ask |
    besoin d aide | i need help | je ne sais pas comment ca marche | pouvez vous m aider | peux tu m aider |
    can you help me | par ou commencer | where do i start | je suis perdu | what are you for | menu | exemples |
    examples | quoi demander | que demander`),
  identity: phrases(`
    qui es tu | qui etes vous | tu es qui | vous etes qui | es tu un robot | etes vous un robot |
    tu es un robot | es tu une ia | etes vous une ia | tu es une ia | es tu humain | etes vous humain |
    comment tu t appelles | comment t appelles tu | comment vous appelez vous | who are you | what are you |
    are you a robot | are you a bot | are you human | are you an ai | are you chatgpt | es tu chatgpt |
    your name | what is your name | qui t a cree | who made you`),
  cancel: phrases(`
    laisse tomber | laissez tomber | annule | annuler | oublie | oubliez | peu importe | tant pis | never mind |
    nevermind | forget it | cancel | stop | recommence | recommencer | on recommence | start over | reset |
    efface | nouvelle recherche`),
};
