import { create, insert, search } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { built } from './brain.mjs';
import { readGrammar } from './generate.mjs';

const { fold } = built('src/core/language/fold.js');
const { createLanguageWords } = built('src/core/language/language-words.js');
const { stem } = built('src/core/language/stem.js');

const { isFunctionWord } = createLanguageWords(readGrammar());

const MOST_HITS = 10;

/** The fields that the assistant reads, with about the weights that it gives to them. */
const WEIGHTS = {
  name: 4,
  otherNames: 4,
  wordings: 3,
  themes: 1.5,
  publics: 1.5,
  summaryFr: 1.5,
  summaryEn: 1.5,
  bodies: 1,
  status: 0.7,
};
const FIELDS = Object.keys(WEIGHTS);

/**
 * The same records for all peers: one flat document a project, lists joined. The synonyms of themes and publics are left out, which makes the
 * peers' documents shorter than ours and their searches faster.
 */
export function documentsOf({ projects, themes, organisations, beneficiaries }) {
  const textById = (entries, textsOf) => new Map(entries.map((entry) => [entry.id, textsOf(entry).join(' ; ')]));
  const both = ({ fr, en }) => [...fr, ...en];
  const themeText = textById(themes, ({ label }) => [label.fr, label.en]);
  const publicText = textById(beneficiaries, ({ label }) => [label.fr, label.en]);
  const bodyText = textById(organisations, ({ name, acronyms }) => [name.fr, name.en, ...acronyms]);
  const joined = (ids, texts) => ids.map((id) => texts.get(id)).join(' ; ');
  return projects.map((project) => ({
    id: project.id,
    name: project.name,
    otherNames: project.otherNames.join(' ; '),
    wordings: both(project.wordings).join(' ; '),
    themes: joined(project.themes, themeText),
    publics: [joined(project.beneficiaryIds, publicText), ...project.beneficiaries].join(' ; '),
    summaryFr: project.summaryFr,
    summaryEn: project.summaryEn,
    bodies: [project.carrier ?? '', joined(project.carrierIds, bodyText), ...project.partners].join(' ; '),
    status: [project.statusFr ?? '', project.statusEn ?? ''].join(' ; '),
  }));
}

/** Each builds an index and gives the function that searches it: a text in, the ids of the best projects out. */
export const PEERS = {
  /** As on its home page: the keys and nothing else. */
  fuse: {
    label: 'Fuse.js 7.5.0, stock',
    build(documents) {
      const fuse = new Fuse(documents, { keys: FIELDS });
      return (text) => fuse.search(text, { limit: MOST_HITS }).map(({ item }) => item.id);
    },
  },

  /** Our own folding, stop-words and stems, and our weights; words up to a fifth of whose letters differ. */
  minisearch: {
    label: 'MiniSearch 7.2.0, our stems',
    build(documents) {
      const index = new MiniSearch({
        fields: FIELDS,
        tokenize: (text) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [],
        processTerm,
        searchOptions: { fuzzy: 0.2, boost: WEIGHTS },
      });
      index.addAll(documents);
      return (text) =>
        index
          .search(text)
          .slice(0, MOST_HITS)
          .map(({ id }) => id);
    },
  },

  /** French and nothing else said. */
  orama: {
    label: 'Orama 3.1.18, French',
    build(documents) {
      const schema = Object.fromEntries(FIELDS.map((field) => [field, 'string']));
      const index = create({ schema, language: 'french' });
      for (const document of documents) insert(index, document);
      return (text) => search(index, { term: text, limit: MOST_HITS }).hits.map(({ document }) => document.id);
    },
  },
};

function processTerm(term) {
  const folded = fold(term);
  return isFunctionWord(folded) ? null : stem(folded);
}
