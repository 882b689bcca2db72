import { either, list, projects } from './answers';
import type { GuideMessages } from '../fr/guides';

export const en: GuideMessages = {
  open: {
    find: 'Find a project step by step',
    savings: 'See the expected savings',
    compare: 'Compare projects',
    note: 'Prepare a briefing note',
    opinion: 'Give my opinion',
    report: 'Report a mistake or an unanswered question',
  },
  menu: 'I can also guide you:',
  back: 'Back',
  cancel: 'Cancel',
  help: 'Help',
  send: 'Send',
  add: 'Add',
  choose: 'Choose',
  skip: 'Skip',
  cancelled: 'Cancelled. Ask me a question whenever you like.',
  nothingUnderWay: 'No guided question is under way. Write your question to me, or be guided below.',
  alreadyFirst: 'This is the first question.',
  resumed: 'Let us go on.',
  staleButton:
    'That button belongs to a question that is no longer under way: nothing was changed. You can start again below.',
  buttonOfAnother:
    'That question is put to another person of this conversation: nothing was changed. To answer it yourself, begin below.',
  alreadyPressed: 'That is already done.',
  unknownButton: 'I do not know that button: nothing was changed. Write your question to me.',
  orderByEdit:
    'Your edited question now asks me to do something, which I do not do on an edit: nothing was done. Write it in a new message.',
  chosen: (labels) => `Your choice: ${labels.join(' › ')}`,
  resultBelow: 'The answer follows.',
  goesOnBelow: 'It goes on in the conversation, at the bottom.',
  chooseFromList: 'Choose from the list; your own words go into the conversation, below.',
  quoted: (words) => `“${words}”`,
  which: (examples) => `Which one exactly? Answer for instance ${either(examples)}.`,
  nothingChosen: 'Nothing is chosen yet: choose, or write your answer.',
  notAChoice: (said, examples) => `“${said}” is not one of the choices. Answer for instance ${either(examples)}.`,
  withCount: (label, count) => `${label} (${count})`,
  anyOf: 'Any',
  orType: 'Choose below, or type a name.',
  find: {
    help: 'I ask for a theme, then, where it helps, for a body or a territory, and give you the projects that fit both. Choose, or use your own words: “all” will do as well.',
    askTheme: 'Which theme are you interested in?',
    askLimit: (theme, count) => `${theme}: ${projects(count)}. Would you like to keep to one body or territory?`,
    notATheme: (said, examples) =>
      `I see no theme in “${said}”. Choose below, or write for instance ${either(examples)}.`,
    notALimit: (said, examples) =>
      `None of these projects is linked to “${said}”. Choose below, or write for instance ${either(examples)}.`,
  },
  savings: {
    help: 'I give the savings expected of a project, a theme, a ministry, a body or the whole base, and always say for how many projects the figure is published.',
    askScope: 'The savings of what?',
    scopes: { project: 'One project', theme: 'A theme', ministry: 'A ministry or body', all: 'All projects' },
    askProject: 'Of which project? Write its name, or what it does.',
    askTheme: 'Of which theme?',
    askMinistry: 'Of which ministry or body?',
    notAMinistry: (said, examples) =>
      `I see no ministry or body with projects in “${said}”. Choose below, or write for instance ${either(examples)}.`,
  },
  pick: {
    label: 'Project',
    placeholder: 'Write the name of a project',
    notAProject: (said, near) =>
      `I see no project in “${said}”. ${near.length > 0 ? `Is it ${either(near)}? Otherwise, write` : 'Write'} its name, its acronym or what it does.`,
    notAll: (most) =>
      most > 1
        ? `${most} projects at most: name them. For all of them, write “export all projects”.`
        : 'One project at a time: which one?',
    severalFit: (names) => `Several projects fit: ${list(names)}. Which one?`,
    alreadyChosen: (name) => `${name} is already chosen.`,
    notEnough: (least) => `At least ${least} are needed.`,
    tooMany: (most, left) => `${most} at most: I leave out ${list(left)}.`,
  },
  compare: {
    help: 'Choose two to five projects, one by one or several at once (“Mentor, PILAT and DossierFacile”), and I put them side by side.',
    askFirst: 'Which projects shall I compare? Two to five, one by one or all at once.',
    askMore: (names, left) =>
      left === 0
        ? `Chosen: ${list(names)}. That is the most: you can compare.`
        : `Chosen: ${list(names)}. You can add ${left === 1 ? 'one more' : `${left} more`}${names.length >= 2 ? ', or compare' : ''}.`,
    done: 'Compare',
  },
  note: {
    help: 'Choose one to five projects: I make a note of one page each (what, who, money, savings, status, disagreements between sources, sources), to print or copy.',
    askFirst: 'Which projects shall the note be about? One to five, one by one or all at once.',
    askMore: (names, left) =>
      left === 0
        ? `Chosen: ${list(names)}. That is the most: you can prepare the note.`
        : `Chosen: ${list(names)}. You can add ${left === 1 ? 'one more' : `${left} more`}, or prepare the note.`,
    done: 'Prepare the note',
    ready: (names) => `The note is ready: ${list(names)}.`,
    impossible: 'I cannot give a link to the note: the public address of the assistant is not set.',
    tooLarge: (count, most) =>
      `${projects(count)} are too many for a note, which takes ${most} at most. Download their table, or choose some of them.`,
    openPage: 'Page to print',
    openMarkdown: 'Text (Markdown)',
    expires: 'These links work for 24 hours.',
  },
  full: 'Too many messages were left today: yours could not be kept. Please try again tomorrow.',
  opinion: {
    help: 'A mark from one to five, then a word if you like. The team reads your opinion, without your name.',
    askRating: 'What do you think of this assistant?',
    ratings: { '5': 'Very useful', '4': 'Useful', '3': 'So-so', '2': 'Of little use', '1': 'Useless' },
    notARating: (said) =>
      `“${said}” is not a mark. Answer with a figure from 1 (useless) to 5 (very useful), or with a button.`,
    askText: 'A word to explain? You can also skip this.',
    textLabel: 'Your opinion',
    thanks: 'Thank you, your opinion goes to the team.',
  },
  report: {
    help: 'Say what is wrong or missing: the team that keeps the base reads it, without your name. Give the source if you know it.',
    askAbout: 'What would you like to report?',
    about: { data: 'A mistake in the data', answer: 'A question that got no answer' },
    aboutProject: (project) => `A mistake on ${project}`,
    askProject: 'Which project is it about?',
    noProject: 'None in particular',
    askText: {
      data: 'What should be corrected? If you can, give the right value and its source.',
      answer: 'Which question should have been answered?',
    },
    askTextOn: (project) => `${project}: what should be corrected? If you can, give the right value and its source.`,
    textLabel: 'Your message',
    thanks: (project) =>
      `Thank you, it goes to the team that keeps the base${project === null ? '' : `, about ${project}`}.`,
  },
  text: {
    tooShort: 'I received nothing. Write a few words, or cancel.',
    tooFew: 'Please say a little more, for the team to understand; or cancel.',
    tooLong: (most) => `That is too long: ${most} characters at most. Please shorten it.`,
    keepOffer: 'If that sentence was your message, you can keep it.',
    keep: 'Keep my sentence',
    personalData: 'Write no name and no address: they would be erased.',
  },
};
