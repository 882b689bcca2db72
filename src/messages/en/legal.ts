import type { LegalMessages } from '../fr/legal';
import { part, type TextBlock } from '../sentences';

const UPDATED = 'Text of 25 November 2026. The French text is the one that counts.';

export const en: LegalMessages = {
  privacy: ({ contact, days }) => ({
    title: 'Your data',
    parts: [
      part('In short', [
        [
          'the assistant is a machine: it needs neither your name nor any personal data, so please write none;',
          'it asks for no account, sets no cookie, measures no audience and shows no advertisement;',
          `a conversation is erased after ${days.conversation} days without a message; what you send to the team, after a year;`,
          'in Teams, your messages also go through Microsoft; on the assistant’s site and on the sites that embed it, nothing leaves its server.',
        ],
      ]),
      part('Who is responsible', [
        'The controller is the service that publishes this installation of the assistant. It enters it in its register and settles its legal basis: for a public body, as a rule, its task in the public interest (article 6(1)(e) of the GDPR).',
        contactBlock(contact),
      ]),
      part('What is kept', [
        'On the assistant’s server, and nowhere else:',
        [
          `conversations, so that you can go on with them: on the web, the messages exchanged; in Teams, your last questions. With them go where the conversation stands and, if you say so, the body or the region that you are from (“our projects”, “my region”). Erased after ${days.conversation} days without a message;`,
          `your opinions, your reports and the questions that got no answer, with the three questions before, the date, the language and the place (Teams or web), to mend and complete the answers. Erased after ${days.inbox} days. They bear neither your name nor an identifier;`,
          'your subscriptions (“tell me if…”): what you follow and the conversation to tell you in. They are kept until you stop them, and deleted after a year without a notice sent or a message of yours;',
          'the identifiers that the web or Teams give to a conversation, needed to answer in it.',
        ],
        'In opinions, reports and unanswered questions, e-mail addresses, telephone, social security and account numbers, and names that are announced (“I am…”) or that stand beside a common first name are masked before anything is written. This is automatic: another name may be missed.',
      ]),
      part('What is not kept', [
        [
          'questions asked by the version without JavaScript: they are written in the address of the page, hence in the history of your browser, but the assistant keeps nothing of them;',
          'files and notes to take away: they are computed when you open their link, which works for 24 hours;',
          'IP addresses: the assistant does not write them. It counts them in memory, for an hour at most, so that nobody keeps the others from using it. The service that hosts it may keep a technical log of accesses in front of it, on its own responsibility.',
        ],
        'The assistant’s technical log holds neither the text of messages nor anybody’s identifier. No question is used to train a model, and no decision is made about you.',
      ]),
      part('In your browser', [
        'No cookie. The browser keeps, in the tab of the conversation alone, the token by which it is found again when the page is reloaded; it goes with the tab. It is needed for the service that you ask for, and so needs no consent. The page loads nothing from any other site.',
      ]),
      part('In Teams', [
        'Your messages to the assistant and its answers go through Microsoft’s services, which keep them in Teams by the contract and the settings of your organisation. What is erased here is not erased from what Teams shows. With each message Teams gives the assistant an identifier and a name for you and for the conversation.',
      ]),
      part('Your rights', [
        'You may have access to your data, have them corrected or erased, have their use restricted, and object to it (articles 15 to 21 of the GDPR).',
        [
          'on a site that embeds the assistant: the button “Forget me” erases the conversation at once. Only a mark without content is left, by which it cannot be opened again. Your opinions, your reports and the questions that got no answer are no part of it and are kept as said above;',
          'elsewhere, write to the service that publishes the assistant, and say when and where you talked to the assistant;',
          'opinions, reports and unanswered questions do not say whom they come from: to find one, its words and its date are needed.',
        ],
        contactBlock(contact),
        'If the answer does not satisfy you, you may turn to the data protection officer of that service, then to the CNIL (www.cnil.fr, or 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, France).',
        UPDATED,
      ]),
    ],
  }),
  terms: ({ contact }) => ({
    title: 'Terms of use',
    parts: [
      part('What the assistant is', [
        'A machine that answers questions on the projects paid for by the French fund for the transformation of public action (FTAP). It searches and computes in a base of records made from public sources, without a language model and without generative artificial intelligence. It is free and asks for no account. The service that publishes this installation is responsible for it.',
        contactBlock(contact),
      ]),
      part('What the answers are worth', [
        [
          'every figure comes with its source and the date of that source: it may have changed since;',
          'many amounts come from announcements or from the press: they are forecasts, not results;',
          'when two sources contradict each other, both are shown; when none gives a figure, the answer is “not published”, which does not mean zero;',
          'a total says over how many projects it is made; amounts of unlike nature are not added up;',
          'the base does not hold every project that was funded, and a question may be misunderstood: check that the answer is about what you asked.',
        ],
        'The answers do not replace official documents and do not commit the bodies that they name. Go back to the source before you decide or publish.',
        'A mistake? Write “report a mistake” to the assistant.',
      ]),
      part('What is asked of you', [
        [
          'write no personal data, and nothing that is secret or reserved to your service;',
          'do not try to keep the assistant from working: beyond a certain number of messages it refuses the next ones;',
          'cite the sources when you reuse an answer.',
        ],
      ]),
      part('What is promised, and what cannot be', [
        'Questions are dealt with as the page “Your data” says. The assistant may be stopped, changed or out of order: no rate of availability is promised. The software is published under the MIT licence, without warranty. These terms take nothing from the rights that the law gives you.',
      ]),
      part('In Teams and on other sites', [
        'The use of Teams is under your organisation’s contract with Microsoft. A site that embeds the assistant remains responsible for its own pages.',
        UPDATED,
      ]),
    ],
  }),
};

function contactBlock(contact: string | undefined): TextBlock {
  return contact === undefined
    ? 'The service that publishes the assistant must say here how to reach it; this installation says nothing yet. Turn to whoever gave you the address of the assistant.'
    : { sentence: 'To reach it:', contact };
}
