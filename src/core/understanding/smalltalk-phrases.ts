import { phrases } from './phrases';
import type { SmalltalkAct } from './question';

/** Courtesy, help and orders. */
export const SMALLTALK_PHRASES: Readonly<Record<SmalltalkAct, readonly string[]>> = {
  greeting: phrases(`
    ravi de faire votre connaissance | ravie de faire votre connaissance | enchantee |
    heureux de vous rencontrer | nice to meet you | pleased to meet you | bonjour a vous | bonjour | bonsoir |
    salut | coucou | hello | hi | hey | hi there | good morning | good afternoon | good evening | ca va |
    comment ca va | comment vas tu | comment allez vous | how are you | tu vas bien | yo | bonjour a tous |
    enchante | allo`),
  thanks: phrases(`
    merci | merci beaucoup | je te remercie | je vous remercie | thanks | thank you | thanks a lot |
    many thanks | c est exactement ce qu il me fallait | parfait | super | genial | nickel | top merci |
    impeccable | great | perfect | awesome | cheers | bravo | c est gentil | tres bien | ok | d accord |
    that is all i needed | that s all i needed | bon travail | well done | good job | that s helpful`),
  goodbye: phrases(`
    bonne fin de semaine | bonne continuation | bonne fin d apres midi | tchao | have a good one | take care |
    au revoir | a bientot | bye | bye bye | goodbye | bonne journee | bonne soiree | bon week end |
    bonne fin de journee | see you | a plus | a plus tard | a demain | ciao | adieu | have a nice day |
    good night | bonne nuit | that is all | that s all | c est tout | a la prochaine`),
  help: phrases(`
    aide | aidez moi | aide moi | help | help me | m aider | mode d emploi | comment ca marche |
    comment ca fonctionne | comment tu marches | comment vous utiliser | comment t utiliser |
    que sais tu faire | que savez vous faire | qu est ce que tu sais faire | qu est ce que vous savez faire |
    tu sais faire quoi | que peux tu faire | que pouvez vous faire | tu peux faire quoi | tu sers a quoi |
    a quoi sers tu | a quoi servez vous | quelles questions | quelles questions puis je poser |
    quel genre de questions | what can you do | what can i ask | what can i ask you | what do you know |
    how does it work | how does this work | how do you work | what kind of questions |
    what kind of questions can i ask you | what questions can i ask | besoin d aide | i need help |
    je ne sais pas comment ca marche | pouvez vous m aider | peux tu m aider | can you help me |
    par ou commencer | where do i start | je suis perdu | what are you for | menu | exemples | examples |
    quoi demander | que demander`),
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
