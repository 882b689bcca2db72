import { inventAcronym, inventName, KINDS, SUBJECTS, TASKS } from './vocabulary.mjs';

/** Gives names that no project has yet, in the manners of the real ones, each with its acronym or none. */
export function createNamer(random, taken, places) {
  const keys = new Set(taken.map(nameKey));

  /** { name, otherNames, short }: `short` is how a text on the project calls it. */
  return function nextName() {
    for (;;) {
      const drawn = draw();
      const own = [drawn.name, ...drawn.otherNames].map(nameKey);
      if (own.some((key) => keys.has(key))) continue;
      own.forEach((key) => keys.add(key));
      return drawn;
    }
  };

  function draw() {
    const manner = random.next();
    const task = `${random.pick(KINDS)} ${random.pick(TASKS)} ${random.pick(SUBJECTS)}`;
    const proper = inventName(random);
    const acronym = inventAcronym(random);
    if (manner < 0.3) return { name: `${proper} — ${lowerFirst(task)}`, otherNames: [], short: proper };
    if (manner < 0.5) return { name: `${task} (${acronym})`, otherNames: [acronym], short: acronym };
    if (manner < 0.7) return { name: `${task} en ${random.pick(places)}`, otherNames: [], short: 'Le projet' };
    if (manner < 0.85) return { name: proper, otherNames: random.chance(0.3) ? [acronym] : [], short: proper };
    return { name: `${task} ${proper}`, otherNames: [], short: proper };
  }
}

/** Two names of the same key would be read as one. */
export function nameKey(text) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function lowerFirst(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
