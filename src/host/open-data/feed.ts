import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { projectName } from '../../core/model/project-name';
import type { Source } from '../../core/model/records';
import { grouped } from '../../core/search/postings';
import { openData } from '../../messages/fr/open-data';
import { messagesFor, typeset } from '../../messages/messages-for';
import { projectPath } from '../plain/project-links';
import { questionAddress } from '../plain/question-links';

/** What the sources of one day brought to a record. */
type FeedEntry = ReturnType<typeof feedEntries>[number];

/** As many as a reader of feeds keeps. */
const MOST_ENTRIES = 100;

/**
 * An entry for each record and each day that one of its sources bears, the latest first. The base tells nothing else of its updates, and
 * no date is made up: sources of which only the month or the year is known are left out. `base`: the address of the server.
 */
export function feedEntries(knowledge: KnowledgeBase, base: string) {
  const ofProjects = knowledge.projects.map((project) => ({
    title: projectName(project),
    address: base + projectPath(project.id, 'fr'),
    sources: project.sources,
  }));
  const ofFund = knowledge.facts.map(({ questionFr, sources }) => ({
    title: questionFr,
    address: base + questionAddress(questionFr, 'fr'),
    sources,
  }));
  return [...ofProjects, ...ofFund]
    .flatMap(({ title, address, sources }) =>
      [...grouped(sources, dayOf)].map(([day, brought]) => ({
        // A whole address, which nothing else has.
        id: `${address}#${day}`,
        address,
        title: typeset(openData.feed.entry(title, messagesFor('fr').date(day)), 'fr'),
        day,
        text: brought.map(sourceText).join('\n'),
      })),
    )
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day > b.day ? -1 : 1))
    .slice(0, MOST_ENTRIES);
}

/** The day that a source says, if it says one. */
function dayOf({ date }: Source): readonly string[] {
  return date === null || date.length < 'yyyy-mm-dd'.length ? [] : [date];
}

function sourceText({ name, url, supports }: Source): string {
  return typeset([name, supports, ...(url === null ? [] : [url])].join('\n'), 'fr');
}

/** JSON Feed 1.1. */
export function jsonFeed(entries: readonly FeedEntry[], base: string, path: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: typeset(openData.feed.title, 'fr'),
    description: typeset(openData.feed.description, 'fr'),
    home_page_url: `${base}/projets`,
    feed_url: base + path,
    language: 'fr',
    authors: [{ name: openData.feed.author }],
    items: entries.map(({ id, address, title, day, text }) => ({
      id,
      url: address,
      title,
      content_text: text,
      date_published: timeOf(day),
    })),
  });
}

/** Atom 1.0 (RFC 4287). */
export function atomFeed(entries: readonly FeedEntry[], base: string, path: string): string {
  const { title, description, author } = openData.feed;
  const [latest] = entries;
  const element = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `  ${element('id', base + path)}`,
    `  ${element('title', typeset(title, 'fr'))}`,
    `  ${element('subtitle', typeset(description, 'fr'))}`,
    // Without an entry there was never an update; the format wants a date all the same.
    `  ${element('updated', timeOf(latest?.day ?? '1970-01-01'))}`,
    `  <author>${element('name', author)}</author>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(base + path)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xml(`${base}/projets`)}"/>`,
    ...entries.map(({ id, address, title: entryTitle, day, text }) =>
      [
        '  <entry>',
        `    ${element('id', id)}`,
        `    ${element('title', entryTitle)}`,
        `    ${element('updated', timeOf(day))}`,
        `    <link rel="alternate" type="text/html" href="${xml(address)}"/>`,
        `    <content type="text">${xml(text)}</content>`,
        '  </entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n');
}

/** The formats want an hour with every day. */
function timeOf(day: string): string {
  return `${day}T00:00:00Z`;
}

/** XML takes no control characters, not even escaped. */
function xml(text: string): string {
  return escapeHtml(text.replace(/(?![\n\t])\p{Cc}/gu, ' '));
}
