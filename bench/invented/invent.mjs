import { createMentionFinder, wordsOf } from './mentions.mjs';
import { createNamer, nameKey } from './names.mjs';
import { createProse, properNamesIn } from './prose.mjs';
import { inventWords } from './vocabulary.mjs';

/** Invented words beyond the vocabulary of the data: a French text of the size of 100,000 records has about so many. */
const RARE_WORDS = 40_000;
/** Of the longer words, one in so many is an invented one. */
const ONE_RARE_IN = 8;
/** Wordings are short and say what is particular. */
const ONE_RARE_IN_WORDINGS = 4;
/** Of each language: nobody writes three million of them, as the real ones' thirty each would make. */
const WORDINGS = 3;
/** What no real project names is drawn too, as if so many times. */
const UNSAID = 0.15;
/** Spread of an amount around the real one it takes after: two thirds lie between half of it and twice it. */
const AMOUNT_SPREAD = 0.6;

/** Each invented project takes after a real one (its call, its sources, what is known of it) and says something else. */
export function createInventor({ projects, themes, organisations, territories, beneficiaries }, random) {
  const ids = new Set(projects.map(({ id }) => id));
  const nextName = createNamer(
    random,
    projects.flatMap(({ name, otherNames }) => [name, ...otherNames]),
    territories.map(({ name }) => name.fr),
  );
  const write = createWriters(projects, random);
  const drawn = (key, all) =>
    drawer(
      projects.flatMap((project) => project[key]),
      all,
      random,
    );
  const draw = {
    themes: drawn('themes', themes),
    carriers: drawn('carrierIds', organisations),
    partners: drawn('partnerIds', organisations),
    territories: drawn('territories', territories),
    publics: drawn('beneficiaryIds', beneficiaries),
  };
  const mentioned = {
    themes: createMentionFinder(themes, ({ label, synonyms }) => [label.fr, label.en, ...synonyms.fr, ...synonyms.en]),
    bodies: createMentionFinder(organisations, ({ name, acronyms, nicknames }) => [name.fr, ...acronyms, ...nicknames]),
    publics: createMentionFinder(beneficiaries, ({ label, synonyms }) => [label.fr, ...synonyms.fr, ...synonyms.en]),
    places: createMentionFinder(
      territories.filter(({ kind }) => kind !== 'country'),
      ({ name }) => [name.fr, name.en],
    ),
  };
  const organisationName = new Map(organisations.map(({ id, name }) => [id, name.fr]));
  const publicName = new Map(beneficiaries.map(({ id, label }) => [id, label.fr.toLowerCase()]));

  return function invent() {
    const like = random.pick(projects);
    const { name, otherNames, short } = nextName();
    const texts = write(like, short);
    const said = wordsOf(`${name} ; ${texts.summaryFr} ; ${texts.summaryEn}`);
    // What the texts speak of is in the record too, as in the real ones: else a filter on it would lose the project.
    const counts = random.pick(projects);
    const carrierIds = completed([], draw.carriers, counts.carrierIds.length);
    const partnerIds = completed(mentioned.bodies(said), draw.partners, counts.partnerIds.length);
    const beneficiaryIds = completed(mentioned.publics(said), draw.publics, counts.beneficiaryIds.length);
    return {
      ...like,
      id: idFor(name),
      name,
      nameNote: null,
      nameNoteEn: null,
      otherNames,
      carrier: carrierIds.length === 0 ? null : carrierIds.map((id) => organisationName.get(id)).join(' et '),
      carrierNote: null,
      carrierNoteEn: null,
      carrierIds,
      partners: partnerIds.map((id) => organisationName.get(id)),
      partnerIds,
      themes: completed(mentioned.themes(said), draw.themes, counts.themes.length),
      territories: completed(mentioned.places(wordsOf(name)), draw.territories, counts.territories.length),
      territoryNote: null,
      territoryNoteEn: null,
      beneficiaries: beneficiaryIds.map((id) => publicName.get(id)),
      beneficiaryIds,
      ftapFundingMEUR: amountLike(random.pick(projects).ftapFundingMEUR, random),
      ftapFundingNote: null,
      ftapFundingNoteEn: null,
      totalCostMEUR: amountLike(random.pick(projects).totalCostMEUR, random),
      totalCostNote: null,
      totalCostNoteEn: null,
      expectedSavings: savingsLike(random.pick(projects).expectedSavings, random),
      ...texts,
    };
  };

  function idFor(name) {
    const key = nameKey(name).replace(/ /g, '-');
    const id = ids.has(key) ? `${key}-${ids.size}` : key;
    ids.add(id);
    return id;
  }
}

/** Gives the texts of a project: as many as `like` has, on another subject. */
function createWriters(projects, random) {
  const names = projects.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const summaries = projects.map((project) => project.summaryFr);
  const shared = { rareWords: inventWords(random, RARE_WORDS), properNames: properNamesIn(names, summaries) };
  const prose = (textsOf, oneRareIn) => createProse(projects.flatMap(textsOf), { ...shared, oneRareIn });
  const summaryFr = prose((project) => project.summaryFr, ONE_RARE_IN);
  const summaryEn = prose((project) => project.summaryEn, ONE_RARE_IN);
  const statusFr = prose((project) => project.statusFr ?? [], ONE_RARE_IN);
  const statusEn = prose((project) => project.statusEn ?? [], ONE_RARE_IN);
  const wordingFr = prose(({ wordings }) => wordings.fr, ONE_RARE_IN_WORDINGS);
  const wordingEn = prose(({ wordings }) => wordings.en, ONE_RARE_IN_WORDINGS);

  return (like, subject) => ({
    summaryFr: `${summaryFr(random, subject)}.`,
    summaryEn: `${summaryEn(random, subject)}.`,
    statusFr: like.statusFr && `${statusFr(random, subject)}.`,
    statusEn: like.statusEn && `${statusEn(random, subject)}.`,
    wordings: {
      fr: like.wordings.fr.slice(0, WORDINGS).map(() => wordingFr(random, subject)),
      en: like.wordings.en.slice(0, WORDINGS).map(() => wordingEn(random, subject)),
    },
    words: { fr: longWords(wordingFr(random, subject)), en: longWords(wordingEn(random, subject)) },
  });
}

/** Distinct words that carry a subject, more or less. */
function longWords(text) {
  return [...new Set(text.match(/\p{L}{5,}/gu) ?? [])];
}

/** Draws ids of a vocabulary, each as often as the real projects name it. */
function drawer(said, all, random) {
  const weights = new Map(all.map(({ id }) => [id, UNSAID]));
  for (const id of said) weights.set(id, weights.get(id) + 1);
  const entries = [...weights].sort(([, a], [, b]) => b - a);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return () => {
    let left = random.next() * total;
    return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0])[0];
  };
}

/** The ids given, and drawn ones until there are `count`. */
function completed(ids, draw, count) {
  return [...new Set([...ids, ...Array.from({ length: Math.max(0, count - ids.length) }, draw)])];
}

function savingsLike(savings, random) {
  return { ...savings, amountMEUR: amountLike(savings.amountMEUR, random) };
}

/** Null stays null, so that as many are unknown as among the real projects. */
function amountLike(amount, random) {
  if (amount === null) return null;
  return Math.max(0.01, Math.round(amount * Math.exp(random.normal() * AMOUNT_SPREAD) * 100) / 100);
}
