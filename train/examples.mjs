import { isStructural, meets } from './judge.mjs';

/**
 * Examples for the models, out of conversations: each turn is read with what the right decisions before it left on the table.
 *
 * @param core what the compiled project gives (see run.mjs)
 */
export function exampleMaker(core) {
  const { readQuestion, withoutSignature, studied, compose, slotsFor, candidatesFor, answerTo, respond, answerText } =
    core;
  const {
    mentionFeatures,
    conditionFeatures,
    scopeFeatures,
    comparisonFeatures,
    directionFeatures,
    checkFeatures,
    factsAsked,
    NOTHING_TOLD,
    toldLast,
    matchesOf,
    isCarried,
    subjectFeatures,
    describingStems,
    subjectStems,
  } = core;
  const {
    ROLES,
    CONDITIONS,
    SCOPES,
    COMPARISONS,
    DIRECTIONS,
    VERDICTS,
    INTENTS,
    REFERENCES,
    FIELDS,
    EMPTY_MEMORY,
    isAct,
    isRefusal,
  } = core;

  const isWordless = ({ intent }) => isAct(intent) || isRefusal(intent);
  const isOfSet = ({ intent }) => !isWordless({ intent }) && intent !== 'fact' && intent !== 'programme';

  function read(text, memory, knowledge) {
    const reading = readQuestion(withoutSignature(text.trim()), knowledge);
    return { reading, ...studied(reading, memory, knowledge) };
  }

  function answerOf({ decision, composed }, reading, memory, locale, knowledge) {
    const { question } = composed;
    const explains = decision.reference === 'explain' || decision.reference === 'sources';
    const understanding = {
      question,
      locale: reading.locale ?? locale,
      trace: { ...EMPTY_MEMORY.trace, matches: matchesOf(reading) },
      explainsLast: explains && question === memory.question,
    };
    return answerTo(understanding, reading, memory, knowledge);
  }

  /** The memory before each turn of a conversation, each turn read; a turn without a decision is understood by the models. */
  function* turnsOf({ turns, locale, decisions }, knowledge) {
    let memory = EMPTY_MEMORY;
    for (const [turn, text] of turns.entries()) {
      const trimmed = text.trim();
      if (trimmed === '' || trimmed.length > 500) continue;
      const own = read(trimmed, memory, knowledge);
      yield { ...own, text: trimmed, memory, decision: decisions[turn], isLast: turn === turns.length - 1 };
      const composed = decisions[turn] === null ? null : compose(decisions[turn], own.said);
      const taken =
        composed === null
          ? candidatesFor(knowledge.models.decision.judge(own.features), own.said)[0]
          : { decision: decisions[turn], composed };
      if (taken) memory = answerOf(taken, own.reading, memory, locale, knowledge).memory;
    }
  }

  function decisions(cases, knowledge) {
    let elsewhere = null;
    return cases.flatMap((entry, at) => {
      const turns = [...turnsOf(entry, knowledge)];
      const [first] = turns;
      const afresh =
        first && elsewhere !== null && at % AFRESH === 0 ? changesSubject(entry, first, elsewhere, knowledge) : [];
      elsewhere = turns[1]?.memory ?? elsewhere;
      const own = turns.flatMap(({ decision, features, isLast }) =>
        decision === null
          ? []
          : [
              {
                writer: entry.writer,
                id: entry.id,
                isLast,
                decision,
                features,
                targets: targetsOf(decision),
              },
            ],
      );
      return [...own, ...afresh];
    });
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
      ...of(knowledge.projects, { intent: 'fact', reference: 'alone', fields: ['summary'] }, FRAMES),
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
        id: text,
        isLast: false,
        decision,
        features: read(text, EMPTY_MEMORY, knowledge).features,
        targets: targetsOf(decision),
      }));
  }

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
        id: text,
        isLast: false,
        decision,
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
    return [{ writer: entry.writer, id: entry.id, isLast: false, decision, features, targets: targetsOf(decision) }];
  }

  function targetsOf(decision) {
    const hasFields = !isWordless(decision) && decision.intent !== 'programme';
    return [
      INTENTS.indexOf(decision.intent),
      isWordless(decision) ? -1 : REFERENCES.indexOf(decision.reference),
      hasFields ? FIELDS.map((field) => (decision.fields.includes(field) ? 1 : 0)) : null,
    ];
  }

  /** The slots of the last turns: the judged ones, or the nearest to them of which the answer is what was expected. */
  function slots(cases, knowledge) {
    const found = { role: [], condition: [], scope: [], comparison: [], direction: [] };
    for (const entry of cases) {
      const last = [...turnsOf(entry, knowledge)].at(-1);
      if (!last?.isLast || last.decision === null || isWordless(last.decision)) continue;
      const { decision, reading, said, memory } = last;
      const isRight = (filled) => {
        const composed = compose(decision, said, filled);
        if (composed === null) return false;
        const { answer } = answerOf({ decision, composed }, reading, memory, entry.locale, knowledge);
        return meets(entry.expect, answer, isStructural(entry.expect) ? null : () => answerText(answer, knowledge));
      };
      const filled = nearest(slotsFor(decision, said), decision, said, knowledge, isRight);
      if (filled === null) continue;
      const base = { writer: entry.writer };
      said.mentions.forEach((mention, index) => {
        const features = mentionFeatures(mention, said.mentions, decision, reading, memory, knowledge);
        found.role.push({ ...base, features, targets: [ROLES.indexOf(filled.roles[index])] });
      });
      if (!isOfSet(decision)) continue;
      found.condition.push({
        ...base,
        features: conditionFeatures(decision, reading),
        targets: [CONDITIONS.indexOf(filled.condition)],
      });
      if (filled.comparison !== null)
        found.comparison.push({
          ...base,
          features: comparisonFeatures(decision, reading, memory),
          targets: [COMPARISONS.indexOf(filled.comparison)],
        });
      if (isRanked(decision))
        found.direction.push({
          ...base,
          features: directionFeatures(decision, reading, memory),
          targets: [DIRECTIONS.indexOf(filled.direction)],
        });
      if (decision.reference === 'alone' && filled.roles.every((role) => role === 'none'))
        found.scope.push({
          ...base,
          features: scopeFeatures(decision, reading, said.evidence),
          targets: [SCOPES.indexOf(filled.scope)],
        });
    }
    return found;
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

  /** The rankings of facts and of projects by their judges, for the last turns of which the right one is known. */
  function rankings(cases, knowledge) {
    const found = { facts: [], records: [] };
    for (const entry of cases) {
      const last = [...turnsOf(entry, knowledge)].at(-1);
      if (last?.isLast && last.decision !== null) addRanked(found, entry, last, knowledge);
    }
    return found;
  }

  /** Facts and projects in the order of their judges, with those that were expected marked. */
  function addRanked(found, { writer, expect }, { decision, reading, said, memory }, knowledge) {
    const add = (list, ranked, isRight) => {
      const group = ranked.slice(0, MOST_RANKED).map((entry) => ({ judged: entry.judged, isRight: isRight(entry.id) }));
      if (group.some((entry) => entry.isRight) && group.some((entry) => !entry.isRight)) list.push({ writer, group });
    };
    if (decision.intent === 'programme' && expect.facts !== undefined) {
      const told = decision.reference === 'alone' ? NOTHING_TOLD : toldLast(memory, knowledge);
      const wanted = [expect.facts].flat();
      add(found.facts, factsAsked(reading, told, knowledge), (id) => wanted.includes(id));
    }
    const wanted =
      expect.projects?.length === 1 ? expect.projects : expect.include?.length === 1 ? expect.include : null;
    if (decision.intent === 'fact' && decision.reference === 'alone' && wanted !== null && reading.named.length === 0)
      add(found.records, said.evidence.projects, (id) => wanted.includes(id));
  }

  /** The ways in which the models read each last turn, after their own readings of those before; each judged by its whole answer. */
  function candidates(cases, knowledge) {
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

  /** What facts on the fund and projects are asked by: their own wordings, and the questions of which the right one is known. */
  function subjects(cases, knowledge) {
    const { projects, facts } = knowledge;
    const example = (writer, stems, fact, project) => ({
      writer,
      features: subjectFeatures(stems),
      targets: [facts.findIndex(({ id }) => id === fact), projects.findIndex(({ id }) => id === project)],
    });
    const written = (record, own, fact, project) =>
      [...own, ...record.wordings.fr, ...record.wordings.en].map((text) =>
        example('', contentStemsOf(text, fact !== null, knowledge), fact, project),
      );
    return [
      ...facts.flatMap((fact) => written(fact, [fact.questionFr, fact.questionEn], fact.id, null)),
      ...projects.flatMap((project) => written(project, [project.name, ...project.otherNames], null, project.id)),
      ...cases.flatMap((entry) => {
        const last = [...turnsOf(entry, knowledge)].at(-1);
        const { decision } = last ?? {};
        if (!last?.isLast || !decision || decision.reference !== 'alone') return [];
        const wanted =
          entry.expect.projects?.length === 1
            ? entry.expect.projects
            : entry.expect.include?.length === 1
              ? entry.expect.include
              : null;
        if (decision.intent === 'programme' && entry.expect.facts !== undefined)
          return [example(entry.writer, last.reading.allStems, [entry.expect.facts].flat()[0], null)];
        if (decision.intent === 'fact' && wanted !== null && last.reading.named.length === 0)
          return [example(entry.writer, describedStems(last.reading, knowledge), null, wanted[0])];
        return [];
      }),
    ];
  }

  function contentStemsOf(text, keepsAll, knowledge) {
    const reading = readQuestion(text, knowledge);
    return keepsAll ? reading.allStems : describedStems(reading, knowledge);
  }

  /** The stems by which evidenceOf looks for a record. */
  function describedStems(reading, knowledge) {
    const described = describingStems(reading, knowledge);
    return described.length > 0 ? described : subjectStems(reading);
  }

  return { decisions, wordings, pairs, slots, candidates, subjects, rankings };
}

/** One first message in so many is read a second time. */
const AFRESH = 3;
/** One wording in so many bare, one with words around it. */
const WORDINGS = 3;
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
