import type { PlainMessages } from '../fr/pages';

export const en: PlainMessages = {
  formTitle: 'Ask your question',
  label: 'Your question',
  hint: (most) => `${most} characters at most`,
  ask: 'Ask',
  alone:
    'Each question is read by itself: this page does not remember the one before. The question is written in the address of the page: please give no name and no personal data.',
  examples: 'For instance',
  skip: 'Go to the answer',
  skipHead: 'Go to the contents',
  keyFigures: 'Key facts',
  figures: (field) => (field === null ? 'Number of projects' : `The figures: ${field}`),
  theFirst: (held, total) => `The first ${held} of ${total}`,
  otherNames: (count) => (count > 1 ? 'Other names' : 'Other name'),
  unpublishedMeans: '“Not published”: none of the sources consulted gives it, which does not mean that it is zero.',
  missingProject: {
    title: 'No such record',
    text: 'No project of the base has this address: it may be incomplete, or the record may be gone. Look for a project by its name or its subject, or ask a question:',
  },
  missingPage: {
    title: 'No such page',
    text: 'No page has this address: it may be incomplete, or the page may be gone. Look for a project by its name or its subject, or ask a question:',
  },
  failure: {
    title: 'This page cannot be shown',
    text: 'The server did not manage it. Try again in a moment; you can also look for a project, or ask a question:',
  },
  busy: {
    title: 'Too many requests at once',
    text: 'Your address sent more than the assistant takes in a minute; it may be that of a whole office. Try again in a moment. You can then also look for a project, or ask a question:',
  },
  conversation: 'Conversation (with JavaScript)',
  otherLanguage: 'Version française',
  accessibility: 'Accessibility: not compliant (statement in French)',
  openData: 'Open data (in French)',
  privacy: 'Your data',
  terms: 'Terms of use',
  headLabel: 'Main pages',
  question: 'Ask a question',
  footLabel: 'Other pages',
};
