import type { WidgetMessages } from '../fr/widget';

export const en: WidgetMessages = {
  title: 'Public Transformation Assistant',
  description:
    'Ask about the projects paid for by the French fund for the transformation of public action (FTAP): costs, savings, bodies in charge, sources.',
  skip: 'Go to the conversation',
  close: 'Close',
  renew: 'New conversation',
  notice: 'About the assistant',
  about: [
    {
      heading: 'What can you ask?',
      paragraphs: [
        'The cost, the savings or the body in charge of a project; the projects on a theme, of a ministry or a region; a total, a ranking, a comparison.',
      ],
    },
    {
      heading: 'How does it answer?',
      paragraphs: [
        'It is a machine, without generative artificial intelligence: it searches and computes in a base of public projects. Every figure comes with its source. When something is not published, it says so.',
      ],
    },
    {
      heading: 'Your data',
      paragraphs: [
        'Write no name and no personal data. The conversation is erased after 30 days without a message. Your opinions, your reports and the questions that got no answer are kept for a year, without name or address.',
      ],
    },
  ],
  forget: 'Forget me: erase this conversation',
  plain: 'Version without JavaScript',
  otherLanguage: 'Français',
  placeholder: 'Ask your question',
  send: 'Send',
  examples: 'Examples of questions',
  opening: 'Opening the conversation…',
};
