import { ASKED } from './asked.mjs';
import { dropAccents, inflect, mistype } from './noise.mjs';
import { nameKey } from './invented/names.mjs';
import { createRandom } from './random.mjs';

const SEED = 7;
/** Generated questions in the mix: half on the real projects, half on any of the base. */
const GENERATED = 150;
/** Content words that a generated question takes from the name (never all of them) and from the summary. */
const FROM_NAME = 2;
const FROM_SUMMARY = 4;

/** The conversations written by hand, then the generated questions, each a conversation of one turn with the project that it is made from. */
export function mixFor(records) {
  return [
    ...ASKED.map(({ kind, turns }) => ({ kind, turns, about: null })),
    ...generateQuestions(records.projects, GENERATED).map(({ text, about }) => ({
      kind: 'generated',
      turns: [text],
      about,
    })),
  ];
}

/**
 * Questions made of a record's own words, with what hurried people do to them: a typo, accents lost, another inflection, another order,
 * words around. A question never holds the whole name, so that it can't be answered by a look-up.
 */
export function generateQuestions(projects, count) {
  const random = createRandom(SEED);
  const real = projects.slice(0, REAL);
  return Array.from({ length: count }, (_, index) => {
    const project = random.pick(index % 2 === 0 ? real : projects);
    return { text: questionOn(project, random), about: project.id };
  });
}

/** The real projects come first in every base. */
const REAL = 66;

function questionOn(project, random) {
  const isEnglish = random.chance(0.15);
  const nameWords = unique(contentWords(project.name));
  const telling = nameWords.filter((word) => !isNameByItself(word, project));
  const fromName = isEnglish ? [] : random.sample(telling, Math.min(FROM_NAME, nameWords.length - 1));
  const inNames = new Set([project.name, ...project.otherNames].flatMap(contentWords).map(nameKey));
  const summary = unique(contentWords(isEnglish ? project.summaryEn : project.summaryFr));
  const fromSummary = random.sample(
    summary.filter((word) => !inNames.has(nameKey(word))),
    FROM_SUMMARY,
  );
  const words = disturb(
    [...fromName, ...fromSummary].map((word) => word.toLowerCase()),
    random,
  );
  const text = words.join(' ');
  return random.chance(0.5) ? text : random.pick(isEnglish ? AROUND_EN : AROUND_FR)(text);
}

/** "Histologe" of "Histologe (devenu Signal Logement)", an acronym: a look-up would do. */
function isNameByItself(word, { name, otherNames }) {
  return [...otherNames, ...name.split(/ [—–] | \(|\)/)].some((part) => nameKey(part) === nameKey(word));
}

function disturb(words, random) {
  let disturbed = words;
  if (random.chance(0.5)) disturbed = random.sample(disturbed, disturbed.length);
  if (random.chance(0.4)) disturbed = inflect(disturbed, random);
  if (random.chance(0.5)) disturbed = mistype(disturbed, random);
  return random.chance(0.5) ? dropAccents(disturbed) : disturbed;
}

const AROUND_FR = [
  (text) => `je cherche le projet sur ${text}`,
  (text) => `Bonjour, connaissez-vous le projet ${text} ?`,
  (text) => `c'est quoi le projet avec ${text} svp`,
];
const AROUND_EN = [(text) => `which project is about ${text}?`, (text) => `looking for the ${text} project`];

/** Words of five letters or more, as written. */
function contentWords(text) {
  return (text.match(/[\p{L}\p{N}]{5,}/gu) ?? []).filter((word) => !EMPTY.has(word.toLowerCase()));
}

const EMPTY = new Set(
  `projet projets avec cette celui celle leurs entre depuis ainsi autre autres aussi toute toutes notamment pendant avant après chaque plusieurs about their which other these those every while being between within under there would should`.split(
    ' ',
  ),
);

function unique(list) {
  return [...new Set(list)];
}
