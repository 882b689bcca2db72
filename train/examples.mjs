import { isTold, scattered } from './cases.mjs';
import { core } from './core.mjs';
import { isStructural, meets } from './judge.mjs';

// Examples for the models, out of conversations: each turn is read with what the right decisions before it left on the table.
const { INTENTS, REFERENCES, FIELDS, ROLES, CONDITIONS, SCOPES, COMPARISONS, DIRECTIONS, VERDICTS, EMPTY_MEMORY } =
  core;
const { answerTo, answerText, candidatesFor, checkFeatures, compose, isAct, isCarried, isRefusal, matchesFor } = core;
const { comparisonFeatures, conditionFeatures, directionFeatures, mentionFeatures, scopeFeatures, slotsFor } = core;
const { describingStems, factsAsked, NOTHING_TOLD, readQuestion, respond, studied, subjectFeatures, subjectStems } =
  core;
const { toldLast, withoutSignature } = core;

export const isWordless = ({ intent }) => isAct(intent) || isRefusal(intent);
const isOfSet = ({ intent }) => !isWordless({ intent }) && intent !== 'fact' && intent !== 'programme';

export function read(text, memory, knowledge) {
  const reading = readQuestion(withoutSignature(text.trim()), knowledge);
  return { reading, ...studied(reading, memory, knowledge) };
}

export function answerOf({ decision, composed }, reading, memory, locale, knowledge) {
  const { question } = composed;
  const explains = decision.reference === 'explain' || decision.reference === 'sources';
  const understanding = {
    question,
    locale: reading.locale ?? locale,
    trace: { ...EMPTY_MEMORY.trace, matches: matchesFor(question, reading, memory, knowledge) },
    explainsLast: explains && question === memory.question,
  };
  return answerTo(understanding, reading, memory, knowledge);
}

/** The memory before each turn of a conversation, each turn read; a turn without a decision leaves nothing on the table. */
function* turnsOf({ turns, locale, decisions }, knowledge) {
  let memory = EMPTY_MEMORY;
  for (const [turn, text] of turns.entries()) {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > 500) continue;
    const own = read(trimmed, memory, knowledge);
    const { decision, isAssumed } = decisions[turn];
    yield {
      ...own,
      text: trimmed,
      memory,
      decision: isAssumed ? null : decision,
      isLast: turn === turns.length - 1,
    };
    const composed = decision === null ? null : compose(decision, own.said);
    if (composed !== null) memory = answerOf({ decision, composed }, own.reading, memory, locale, knowledge).memory;
  }
}

/** What conversations teach, of the kinds that are wanted: "decisions", "slots", "subjects", "rankings". */
export function turns(cases, knowledge, wanted) {
  const found = {
    ...{ decisions: [], subjects: [], facts: [], records: [] },
    ...{ role: [], condition: [], scope: [], comparison: [], direction: [] },
  };
  const wants = (kind) => wanted.includes(kind);
  let elsewhere = null;
  const isRankedAlone = wanted.every((kind) => kind === 'rankings');
  for (const [at, entry] of cases.entries()) {
    if (isRankedAlone && !asksForOne(entry)) continue;
    const own = [...turnsOf(entry, knowledge)];
    const last = own.at(-1)?.isLast && own.at(-1).decision !== null ? own.at(-1) : null;
    if (wants('decisions')) {
      for (const { decision, features } of own)
        if (decision !== null) found.decisions.push({ writer: entry.writer, features, targets: targetsOf(decision) });
      if (own.length > 0 && elsewhere !== null && at % AFRESH === 0)
        found.decisions.push(...changesSubject(entry, own[0], elsewhere, knowledge));
      elsewhere = own[1]?.memory ?? elsewhere;
    }
    if (last === null) continue;
    if (wants('slots')) addSlots(found, entry, last, knowledge);
    if (isTold(entry)) continue;
    if (wants('subjects')) addSubject(found.subjects, entry, last, knowledge);
    if (wants('rankings')) addRanked(found, entry, last, knowledge);
  }
  return found;
}

/** Only what asks for a fact or for a project teaches the rankings. */
function asksForOne({ decisions }) {
  const intent = decisions.at(-1).decision?.intent;
  return intent === 'programme' || intent === 'fact';
}

/** The ways of asking that the records hold themselves, bare and as people begin: a description asks for its project, its theme or its fact. */
function wordings(knowledge) {
  const of = (records, decision, frames) =>
    records.flatMap(({ wordings: byLocale }) =>
      Object.entries(byLocale).flatMap(([locale, texts]) =>
        texts.map((text) => ({ text, decision, frames: frames?.[locale] ?? [] })),
      ),
    );
  const all = [
    ...of(
      [...knowledge.projects, ...knowledge.projects.map(quoted)],
      { intent: 'fact', reference: 'alone', fields: ['summary'] },
      FRAMES,
    ),
    ...of([...knowledge.themeById.values()], { intent: 'list', reference: 'alone', fields: [] }, FRAMES),
    ...of(knowledge.facts, { intent: 'programme', reference: 'alone', fields: [] }),
  ];
  return all
    .flatMap(({ text, decision, frames }, at) => {
      if (at % WORDINGS === 0) return [{ text, decision }];
      const frame = at % WORDINGS === 1 ? frames[at % frames.length] : undefined;
      return frame === undefined ? [] : [{ text: frame.replace('…', text), decision }];
    })
    .map(({ text, decision }) => ({
      writer: '',
      features: read(text, EMPTY_MEMORY, knowledge).features,
      targets: targetsOf(decision),
    }));
}

/** A project as it is looked for by the words of its own texts. */
const quoted = ({ summaryFr, summaryEn }) => ({
  wordings: { fr: scattered(summaryFr, 2).slice(0, QUOTES), en: scattered(summaryEn, 2).slice(0, QUOTES) },
});

/** Two fields of one project in one message, each by a phrase of the grammar: people ask any two, and writers cannot ask them all. */
function pairs(knowledge, grammars) {
  const fields = FIELDS.filter((field) => field !== 'summary' && field !== 'sources');
  return Array.from({ length: PAIRS }, (_, at) => {
    const project = knowledge.projects[at % knowledge.projects.length];
    const name = [project.name, ...project.otherNames][at % (1 + project.otherNames.length)];
    const own = grammars[at % grammars.length];
    const first = at % fields.length;
    const second = (first + 1 + (Math.floor(at / fields.length) % (fields.length - 1))) % fields.length;
    const said = (field) => own.fields[field][(at * 7) % own.fields[field].length];
    const [a, b] = [said(fields[first]), said(fields[second])];
    const text = [
      `${name} : ${a} ${own.and} ${b}`,
      `${a} ${own.and} ${b}, ${name}`,
      `${name}, ${a} + ${b}`,
      `${a} ${own.of} ${name} ${own.and} ${b} ?`,
    ][Math.floor(at / 3) % 4];
    const decision = { intent: 'fact', reference: 'alone', fields: [fields[first], fields[second]] };
    return {
      writer: '',
      features: read(text, EMPTY_MEMORY, knowledge).features,
      targets: targetsOf(decision),
    };
  });
}

/** A first message once more, after what another conversation left on the table: people change the subject, and greet late. */
function changesSubject(entry, { decision, said }, memory, knowledge) {
  if (decision === null || decision.reference !== 'alone') return [];
  // A limit alone could narrow what was shown; an act, a fact on the fund and a project named could not.
  const standsAlone = isWordless(decision) || decision.intent === 'programme' || said.reading.named.length > 0;
  if (!standsAlone || decision.intent === 'no-context') return [];
  const { features } = read(entry.turns[0], memory, knowledge);
  return [{ writer: entry.writer, features, targets: targetsOf(decision) }];
}

function targetsOf(decision) {
  const hasFields = !isWordless(decision) && decision.intent !== 'programme';
  return [
    INTENTS.indexOf(decision.intent),
    isWordless(decision) ? -1 : REFERENCES.indexOf(decision.reference),
    hasFields ? FIELDS.map((field) => (decision.fields.includes(field) ? 1 : 0)) : null,
  ];
}

/** The slots of a last turn: the judged ones, or the nearest to them of which the answer is what was expected. */
function addSlots(found, entry, { decision, reading, said, memory }, knowledge) {
  if (isWordless(decision)) return;
  const isRight = (filled) => {
    const composed = compose(decision, said, filled);
    if (composed === null) return false;
    const { answer } = answerOf({ decision, composed }, reading, memory, entry.locale, knowledge);
    return meets(entry.expect, answer, isStructural(entry.expect) ? null : () => answerText(answer, knowledge));
  };
  const filled = nearest(slotsFor(decision, said), decision, said, knowledge, isRight);
  if (filled === null) return;
  const add = (slot, features, target) => found[slot].push({ writer: entry.writer, features, targets: [target] });
  said.mentions.forEach((mention, index) =>
    add(
      'role',
      mentionFeatures(mention, said.mentions, decision, reading, memory, knowledge),
      ROLES.indexOf(filled.roles[index]),
    ),
  );
  if (!isOfSet(decision)) return;
  add('condition', conditionFeatures(decision, reading), CONDITIONS.indexOf(filled.condition));
  if (filled.comparison !== null)
    add(
      'comparison',
      comparisonFeatures(decision, reading, said.mentions, memory),
      COMPARISONS.indexOf(filled.comparison),
    );
  if (isRanked(decision))
    add('direction', directionFeatures(decision, reading, memory), DIRECTIONS.indexOf(filled.direction));
  if (decision.reference === 'alone' && filled.roles.every((role) => role === 'none'))
    add('scope', scopeFeatures(decision, reading, said.evidence), SCOPES.indexOf(filled.scope));
}

/** The slots themselves when they are right, else those that differ least and are; null when none within two changes is. */
function nearest(filled, decision, said, knowledge, isRight) {
  if (isRight(filled)) return filled;
  const changes = changesOf(filled, decision, said, knowledge);
  for (const change of changes) if (isRight(change(filled))) return change(filled);
  if (changes.length > MOST_CHANGES) return null;
  for (const [index, first] of changes.entries())
    for (const second of changes.slice(index + 1)) {
      const both = second(first(filled));
      if (isRight(both)) return both;
    }
  return null;
}

/** It puts projects in an order, or adds up the first of one. */
const isRanked = ({ intent }) => intent === 'rank' || intent === 'sum' || intent === 'average';

function changesOf(filled, decision, { mentions }, knowledge) {
  const withRoles = (change) => (slotsBefore) => ({ ...slotsBefore, roles: slotsBefore.roles.map(change) });
  const roles = mentions.flatMap((mention, at) => {
    const carries =
      mention.kind === 'subject' &&
      mention.span.tags.some((tag) => tag.kind === 'organisation' && isCarried(tag.id, knowledge));
    return ['in', ...(carries ? ['carrier'] : []), 'none', 'out']
      .filter((role) => role !== filled.roles[at])
      .map((role) => withRoles((before, index) => (index === at ? role : before)));
  });
  if (!isOfSet(decision)) return roles;
  const others = (key, values) =>
    values.filter((value) => value !== filled[key]).map((value) => (before) => ({ ...before, [key]: value }));
  return [
    ...roles,
    ...others('condition', CONDITIONS),
    ...others('scope', SCOPES),
    ...(filled.comparison === null ? [] : others('comparison', COMPARISONS)),
    ...(isRanked(decision) ? others('direction', DIRECTIONS) : []),
    withRoles(() => 'none'),
    ...mentions.map((_, at) => withRoles((role, index) => (index !== at ? 'none' : role === 'none' ? 'in' : role))),
  ];
}

/** Facts and projects in the order of their judges, with those that were expected marked. */
function addRanked(found, { writer, expect }, { decision, reading, said, memory }, knowledge) {
  const add = (list, ranked, isRight, counted = (judged) => judged) => {
    const group = ranked
      .slice(0, MOST_RANKED)
      .map(({ id, judged }) => ({ judged: counted(judged), isRight: isRight(id) }));
    if (group.some((entry) => entry.isRight) && group.some((entry) => !entry.isRight)) list.push({ writer, group });
  };
  if (decision.intent === 'programme' && expect.facts !== undefined) {
    const told = decision.reference === 'alone' ? NOTHING_TOLD : toldLast(memory, knowledge);
    const wanted = [expect.facts].flat();
    // Each judge counts once more where the message goes on from what was told.
    const counted = (judged) => [...judged, ...judged.map((value) => (told === NOTHING_TOLD ? 0 : value))];
    add(found.facts, factsAsked(reading, told, knowledge), (id) => wanted.includes(id), counted);
  }
  const described = describedProject({ expect, decision, reading });
  if (described !== null) add(found.records, said.evidence.projects, (id) => id === described);
}

/** The ways in which the models read each last turn, after their own readings of those before; each judged by its whole answer. */
export function candidates(cases, knowledge) {
  return cases.map((entry) => {
    let memory = EMPTY_MEMORY;
    for (const text of entry.turns.slice(0, -1))
      memory = respond({ text, locale: entry.locale }, memory, knowledge).memory;
    const text = entry.turns.at(-1).trim();
    if (text === '' || text.length > 500) return { entry, candidates: [] };
    const { reading, said, features } = read(text, memory, knowledge);
    const ways = candidatesFor(knowledge.models.decision.judge(features), said);
    return {
      entry,
      candidates: ways.map((way, rank) => {
        const { answer } = answerOf(way, reading, memory, entry.locale, knowledge);
        const isRight = meets(entry.expect, answer, () => answerText(answer, knowledge));
        return {
          decision: way.decision,
          question: way.composed.question,
          kind: answer.kind,
          isRight,
          features: checkFeatures(way, rank, ways, said),
          targets: [VERDICTS.indexOf(isRight ? 'right' : 'wrong')],
        };
      }),
    };
  });
}

/** The project of which a question without a name asks; null where it does not, or where several would do. */
function describedProject({ expect, decision: { intent, reference }, reading }) {
  const [id, ...others] = expect.projects ?? expect.include ?? [];
  return intent !== 'fact' || reference !== 'alone' || reading.named.length > 0 || others.length > 0
    ? null
    : (id ?? null);
}

/** What facts on the fund and projects are asked by, in their own wordings. */
function subjectWordings(knowledge) {
  const of = (record, own, fact, project) =>
    [...own, ...record.wordings.fr, ...record.wordings.en].map((text) => {
      const reading = readQuestion(text, knowledge);
      return subjectExample(
        '',
        fact === null ? describedStems(reading, knowledge) : reading.allStems,
        { fact, project },
        knowledge,
      );
    });
  return [
    ...knowledge.facts.flatMap((fact) => of(fact, [fact.questionFr, fact.questionEn], fact.id, null)),
    ...knowledge.projects.flatMap((project) =>
      of(
        project,
        [project.name, ...project.otherNames, ...[project.summaryFr, project.summaryEn].flatMap(scatteredWords)],
        null,
        project.id,
      ),
    ),
  ];
}

/** The words of a record itself, in orders that the judges are not weighed by. */
const scatteredWords = (text) => [1, 3, 4].flatMap((stride) => scattered(text, stride));

function subjectExample(writer, stems, { fact = null, project = null, told = [] }, { projects, facts }) {
  const at = (list, wanted) => list.findIndex(({ id }) => id === wanted);
  return { writer, features: subjectFeatures(stems, told), targets: [at(facts, fact), at(projects, project)] };
}

/** A question of which the right fact or project is known. */
function addSubject(found, { writer, expect }, { decision, reading, memory }, knowledge) {
  const told = decision.reference === 'alone' ? [] : toldLast(memory, knowledge).facts;
  if (decision.reference !== 'alone' && told.length === 0) return;
  const project = describedProject({ expect, decision, reading });
  if (decision.intent === 'programme' && expect.facts !== undefined)
    found.push(subjectExample(writer, reading.allStems, { fact: [expect.facts].flat()[0], told }, knowledge));
  else if (project !== null)
    found.push(subjectExample(writer, describedStems(reading, knowledge), { project }, knowledge));
}

/** The stems by which evidenceOf looks for a record. */
function describedStems(reading, knowledge) {
  const described = describingStems(reading, knowledge);
  return described.length > 0 ? described : subjectStems(reading);
}

/** What the records and the grammar teach by themselves. */
export function written(knowledge, grammars) {
  return {
    decisions: [...wordings(knowledge), ...pairs(knowledge, grammars)],
    subjects: subjectWordings(knowledge),
  };
}

/** One first message in so many is read a second time. */
const AFRESH = 3;
/** One wording in so many bare, one with words around it. */
const WORDINGS = 3;
/** Ways of looking for a project by its own words, in each language. */
const QUOTES = 3;
/** Of lengths that no number of WORDINGS divides, so that each wording meets any of them. */
const FRAMES = {
  fr: [
    'Bonjour, vous connaissez … ?',
    'je cherche …',
    'un projet sur … ?',
    'Est-ce que vous auriez quelque chose sur … svp',
    'salut, ça vous parle, … ?',
  ],
  en: ['Hello, do you know about …?', "I'm looking for …", 'anything on …?', 'hi, is there something about … please'],
};
/** Messages that ask for two fields. */
const PAIRS = 600;
/** More changes than this are not tried in twos. */
const MOST_CHANGES = 22;
/** What stands further down the ranking teaches nothing. */
const MOST_RANKED = 25;
