import { among, FIELDS, list, projects } from './answers';
import type { NoticeMessages } from '../fr/notices';

const lines = (items: readonly string[]): string => items.map((item) => `\n- ${item}`).join('');
const STOP = 'To stop: “stop notifying me”.';

export const en: NoticeMessages = {
  subject: {
    everything: 'every project of the base',
    set: (filters) => `the projects${among(filters)}`,
    projects: (names) => list(names),
    onlyField: (subject, label) => `${subject} (${label})`,
    fieldOfSet: (field, filters) =>
      filters.length === 0
        ? `${FIELDS[field].ofMany} of all projects of the base`
        : `${FIELDS[field].ofMany} of the projects${among(filters)}`,
  },
  subscribed: (subject, count) =>
    count === null
      ? `Noted: you will be told here what changes for ${subject}.`
      : `Noted: you will be told here what changes for ${subject}: ${projects(count)} today, and those that join them.`,
  notOnlyNew: 'You will be told of every change to these projects, not only of new ones.',
  alreadySubscribed: (subject) => `This was noted before: ${subject}. Nothing was changed.`,
  full: (most) =>
    `This conversation already follows ${most} subjects, which is the most. Stop one first: “my subscriptions”.`,
  terms:
    'After each update of the base: the old value, the new one and the source. For this I keep what you follow and the address of this conversation, not your name, and delete it all after a year without a notice or a word from you. “my subscriptions” shows them, “stop notifying me” stops them.',
  keepOpen: 'The notice will show in this conversation: it must still be open in your browser.',
  askSubject:
    'What do you want to be told about? Name a project, a theme, a body, a place or a call for projects: “notify me when Mentor changes”, “subscribe to housing”.',
  notUnderstood: (said) =>
    `I found no projects in “${said}”: nothing is noted. Name a project, a theme, a body, a place or a call for projects: “notify me when a housing project changes”.`,
  onlyProjects:
    'I follow projects only, not what the base says of the fund itself: nothing is noted. You can follow all projects: “notify me of any change”.',
  which: (said) => `Several projects fit “${said}”. Which one to follow?`,
  perhaps: (said) => `I do not know “${said}”: nothing is noted. Did you mean to follow:`,
  list: (subjects) =>
    `This conversation follows ${subjects.length === 1 ? 'one subject' : `${subjects.length} subjects`}:${lines(subjects)}`,
  none: 'This conversation follows nothing. To begin: “notify me when a housing project changes”.',
  askStop: 'What should be stopped?',
  leftAsIs: 'All right, I leave it there. What you follow stays as it is.',
  stopped: (subjects) => `Stopped: you will not be told any more about ${list(subjects)}.`,
  allStopped: 'Stopped: this conversation follows nothing any more, and nothing of it is kept.',
  noSuch: 'This subscription was stopped before: nothing was changed.',
  notFollowed: (said) => `No subscription is about “${said}”: nothing was changed.`,
  since: (subject, date) => `${subject}, since ${date}`,
  notice: {
    heading: (count) =>
      `The base was updated: ${count === 1 ? 'a project that you follow has changed' : `${count} projects that you follow have changed`}.`,
    added: (name, summary) => `${name} — new in the base: ${summary}`,
    removed: (name) => `${name} — taken out of the base`,
    changed: (label, before, after) => `${label}: ${before} → ${after}`,
    detailChanged: (label, detail) => `${label}, details changed: ${detail}`,
    source: (label) => `source: ${label}`,
    others: (count, names, question) =>
      `${count === 1 ? 'Another project has changed' : `${count} other projects have changed`}: ${list(names)}. To read one: “${question}”.`,
    because: (subjects) => `You follow ${list(subjects)}. ${STOP}`,
    labels: { name: 'name' },
  },
  buttons: {
    mine: 'My subscriptions',
    stop: (subject) => `Stop notifying me: ${subject}`,
    stopAll: 'Follow nothing any more',
    follow: (name) => `Follow ${name}`,
  },
};
