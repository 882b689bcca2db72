import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createKnowledgeBase, EMPTY_MEMORY, searchAlone, turn } from './brain.mjs';
import { documentsOf, PEERS } from './engines.mjs';
import { generateRecords } from './generate.mjs';
import { mixFor } from './questions.mjs';
import { medianOfRounds, median, summarise } from './statistics.mjs';

/**
 * One size, in a process of its own (node --expose-gc bench/measure.mjs --size N [--no-peers] [--out FILE]): our whole turn, then each peer
 * beside it, round by round over the same conversations. The figures go to the file as JSON, or to standard output.
 */
const ROUNDS = 3;
/** Passes over the conversations before anything is timed end when the compiler has had so long, or after so many. */
const WARM_UP = { ms: 8000, passes: 20 };
/** A build is timed again, for the median, when it is shorter than this. */
const SHORT_BUILD_MS = 1000;

/** The slow peers get a part of the mix, spread over it, and few rounds: conversations and rounds from each size on. */
const PEER_LOAD = {
  fuse: [
    { from: 0, conversations: 80, rounds: 3 },
    { from: 1_000, conversations: 30, rounds: 3 },
    { from: 10_000, conversations: 10, rounds: 1 },
    { from: 100_000, conversations: 5, rounds: 1 },
  ],
  minisearch: [
    { from: 0, conversations: Infinity, rounds: 3 },
    { from: 100_000, conversations: 100, rounds: 3 },
  ],
  orama: [
    { from: 0, conversations: Infinity, rounds: 3 },
    { from: 10_000, conversations: 100, rounds: 3 },
    { from: 100_000, conversations: 20, rounds: 3 },
  ],
};

const { values: options } = parseArgs({
  options: { size: { type: 'string' }, 'no-peers': { type: 'boolean' }, out: { type: 'string' } },
});
const size = Number(options.size);
const records = generateRecords(size);
const mix = mixFor(records);

// The same records would give the base that was made of them before.
const built = build(() => createKnowledgeBase({ ...records, weights: { ...records.weights } }));
const knowledge = built.made;
warmUp(mix, askBrain);
const rounds = Array.from({ length: ROUNDS }, () => playRound(mix, askBrain));
const result = {
  size,
  turns: mix.reduce((sum, { turns }) => sum + turns.length, 0),
  brain: {
    ...medianOfRounds(rounds.map(({ times }) => summarise(times.map(({ ms }) => ms)))),
    worst: rounds.flatMap(({ times }) => times).reduce((worst, time) => (time.ms > worst.ms ? time : worst)),
    byKind: byKind(rounds),
    hits: hitsOf(rounds[0].answers),
    buildMs: built.ms,
    heapMB: built.heapMB,
  },
  search: measureSearch(),
  peers: options['no-peers'] ? [] : Object.keys(PEERS).map(measurePeer),
};
const json = JSON.stringify(result, null, 2);
if (options.out) writeFileSync(options.out, json);
else console.log(json);

function measureSearch() {
  const ask = (conversation) => askText(conversation, (text) => searchAlone(text, knowledge));
  warmUp(mix, ask);
  const rounds = Array.from({ length: ROUNDS }, () => playRound(mix, ask));
  return {
    ...medianOfRounds(rounds.map(({ times }) => summarise(times.map(({ ms }) => ms)))),
    hits: hitsOf(rounds[0].answers),
  };
}

/** The peer and our whole turn by turns over the same conversations, so that both meet the same weather. */
function measurePeer(name) {
  const { label, build: make } = PEERS[name];
  const load = PEER_LOAD[name].findLast(({ from }) => from <= size);
  const conversations = spread(mix, load.conversations);
  let documents = documentsOf(records);
  const { made: search, ms, heapMB } = build(() => make(documents));
  documents = null;
  const ask = (conversation) => askText(conversation, search);
  if (load.rounds > 1) warmUp(conversations, ask);

  const pairs = Array.from({ length: load.rounds }, () => {
    const own = playRound(conversations, askBrain);
    return { own, peer: playRound(conversations, ask) };
  });
  const figures = pairs.map(({ own, peer }) => ({
    own: summarise(own.times.map((time) => time.ms)),
    peer: summarise(peer.times.map((time) => time.ms)),
  }));
  return {
    name,
    label,
    turns: conversations.reduce((sum, { turns }) => sum + turns.length, 0),
    rounds: load.rounds,
    ...medianOfRounds(figures.map((figure) => figure.peer)),
    hits: hitsOf(pairs[0].peer.answers),
    ownHits: hitsOf(pairs[0].own.answers),
    ratio: {
      p50: median(figures.map(({ own, peer }) => peer.p50 / own.p50)),
      p95: median(figures.map(({ own, peer }) => peer.p95 / own.p95)),
      mean: median(figures.map(({ own, peer }) => peer.mean / own.mean)),
    },
    buildMs: ms,
    heapMB,
  };
}

/** Makes an index, and says how long it took and what it holds of memory, typed arrays included. */
function build(make) {
  const before = usedMB();
  const times = [];
  const makeTimed = () => {
    const start = performance.now();
    const result = make();
    times.push(performance.now() - start);
    return result;
  };
  let made = makeTimed();
  while (times.length < 3 && times[0] < SHORT_BUILD_MS) made = makeTimed();
  return { made, ms: median(times), heapMB: usedMB() - before };
}

function usedMB() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function warmUp(conversations, ask) {
  const start = performance.now();
  for (let pass = 0; pass < WARM_UP.passes; pass++) {
    for (const conversation of conversations) {
      ask(conversation);
      if (performance.now() - start > WARM_UP.ms) return;
    }
  }
}

/** Every conversation once: the time of each turn, and the last answer of each conversation. */
function playRound(conversations, ask) {
  globalThis.gc();
  const played = conversations.map(ask);
  return { times: played.flatMap(({ times }) => times), answers: played.map(({ answer }) => answer) };
}

function askBrain({ kind, turns, about }) {
  let memory = EMPTY_MEMORY;
  let ids = [];
  let isSure = false;
  const times = turns.map((text) => {
    const start = performance.now();
    const answer = turn(text, memory, knowledge);
    const ms = performance.now() - start;
    ({ memory, ids } = answer);
    isSure = answer.kind !== 'clarify';
    return { ms, kind, text, answered: answer.kind };
  });
  return { times, answer: { about, ids: ids.slice(0, 5), isSure } };
}

/** An engine without a memory gets the turns one by one. */
function askText({ kind, turns, about }, search) {
  let ids = [];
  const times = turns.map((text) => {
    const start = performance.now();
    ids = search(text);
    return { ms: performance.now() - start, kind, text };
  });
  return { times, answer: { about, ids: ids.slice(0, 5), isSure: true } };
}

/** Shares of the generated questions whose project comes first, and among the first five. A question asked back has no first. */
function hitsOf(answers) {
  const generated = answers.filter(({ about }) => about !== null);
  const share = (isHit) => generated.filter(isHit).length / generated.length;
  return {
    questions: generated.length,
    at1: share(({ about, ids, isSure }) => isSure && ids[0] === about),
    at5: share(({ about, ids }) => ids.includes(about)),
  };
}

function byKind(rounds) {
  const times = rounds.flatMap((round) => round.times);
  return Object.fromEntries(
    [...new Set(times.map(({ kind }) => kind))].map((kind) => {
      const own = times.filter((time) => time.kind === kind).map(({ ms }) => ms);
      return [kind, { mean: summarise(own).mean, p95: summarise(own).p95 }];
    }),
  );
}

/** `count` entries at even distances, all of them if there are fewer. */
function spread(list, count) {
  if (count >= list.length) return list;
  return Array.from({ length: count }, (_, index) => list[Math.floor(((index + 0.5) * list.length) / count)]);
}
