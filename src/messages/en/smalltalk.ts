import type { SmalltalkMessages } from '../fr/smalltalk';
import { plural } from './answers';
import { en as widget } from './widget';

export const en: SmalltalkMessages = {
  said: {
    greeting: 'Hello! Ask me a question about the projects of the fund: a theme, a ministry, a project, an amount.',
    thanks: 'You are welcome. Is there anything else?',
    goodbye: 'Goodbye, and have a nice day.',
    help: 'I answer questions on the projects paid for by the French public action transformation fund. You can ask for: the projects on a theme, of a ministry or in a region; the lead body, cost, funding, savings, status or sources of a project; a total, an average, a ranking, a comparison; a fact on the fund itself. To be told of a change: “notify me when Mentor changes”; to see or stop what you follow: “my subscriptions”. Use your own words, typos included.',
    'how-it-works':
      'I read the words of your question, look for the records that it is about, compute where needed, and cite my sources. Without a language model I invent nothing, but I may misunderstand: after an answer, ask “why?”.',
    complaint:
      'I am sorry that the answer was not what you needed. Tell me what is missing or wrong, or ask in other words.',
    insult: 'I see that this is annoying. Ask your question in another way, or say what went wrong: it will be of use.',
    praise: 'Thank you! Is there anything else?',
    reaction: 'Noted. What else would you like to know?',
    test: 'I read you: everything works. You can ask your question.',
    'not-understood':
      'In simpler words: I know projects of the French State, what they do, who leads them and what they cost. Write a subject or the name of a project, in your own words.',
    signature: 'All that I read there is a signature. What is your question?',
    reckoning: 'I reckoned with the numbers of our exchange, without checking those that you gave.',
    cancel: 'All right, I leave it there. What would you like to know?',
    form: 'I tell records and figures as they are. I can give the names only of a list (“just the names”), the first sentence of a record (“in one sentence”), sort a list (“sort by name”); for a table to take away, type “export” in the conversation.',
  },
  identity: (operator) =>
    `I am an automatic assistant without a language model: I search a base of sourced records on the projects of the fund, I compute and I cite my sources.${operator === null ? '' : ` I am provided by: ${operator}.`}`,
  sources: ({ projects, facts, sources, newest }) =>
    `I rely on ${plural(projects, 'record of a project', 'records of projects')} and ${plural(facts, 'fact', 'facts')} on the fund, taken from ${plural(sources, 'public source', 'public sources')}: pages of the State, reports, the press.${newest === null ? '' : ` The newest is of ${newest}.`} Each answer gives its own with their dates; a figure may have changed since.`,
  human: (contact, canReport) => {
    if (contact !== null) return `I am a machine. To write to a person: ${contact}`;
    const none = 'I am a machine, and no address was given to reach a person.';
    return canReport ? `${none} You can report a mistake or an unanswered question: the team will read it.` : none;
  },
  privacy: (kept) =>
    kept === null
      ? 'Nothing is kept here: each question is read, then forgotten. Please write no personal data all the same.'
      : `This conversation is kept for ${kept.conversation} days after the last message, then erased. Opinions, reports and unanswered questions are kept for ${kept.inbox} days, without your name. Please write no personal data; to have me forget at once: “Forget me”.`,
  challenge: (hasAnswer) =>
    hasAnswer
      ? 'This is what the sources say:'
      : 'What seems wrong to you? Name the project or the figure, and I will tell you what the sources say of it.',
  repeat: (hasAnswer) => (hasAnswer ? 'Once more:' : 'There is nothing to repeat yet. What is your question?'),
  language: (hasAnswer) =>
    hasAnswer
      ? 'Of course, in English:'
      : 'Of course, let us speak English. I answer in the language of your question, French or English.',
  forgotten: (place, kept) =>
    [
      'Forgotten: what we spoke of, and what you followed. I notify you of nothing any more.',
      place === 'teams'
        ? 'The messages that Teams shows are deleted in Teams.'
        : `The messages shown here are still kept. To erase them too: “${widget.forget}”, under the icon “${widget.notice}” at the top of the page, or beside the conversation on a wide screen.`,
      ...(kept === null
        ? []
        : [`Opinions, reports and unanswered questions, without your name, are kept for ${kept.inbox} days.`]),
    ].join('\n'),
  offers: {
    report: 'Report a mistake',
    opinion: 'Give my opinion',
    rephrase: 'Rephrase',
    forget: 'Forget me',
    who: 'Who are you?',
    how: 'How do you find your answers?',
    sources: 'How recent is your data?',
  },
};
