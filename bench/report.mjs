/** The Markdown of a run. Figures of less than ten keep two digits after the point, the others none. */

export function reportOf({ machine, sizes, worst }) {
  const parts = [machineLine(machine), '### Our whole turn', ourTable(sizes)];
  if (sizes.some(({ peers }) => peers.length > 0))
    parts.push('### The search engines, beside our whole turn', peerTable(sizes));
  parts.push('### Wanted, and reached or not', targetTable(sizes, worst));
  if (worst) parts.push(worstLine(worst));
  return parts.join('\n\n');
}

function machineLine({ date, cores, cpu, node, memoryGB, load }) {
  return `${date}, ${cores} cores of ${cpu}, ${memoryGB} GB, Node ${node}; load average at the start ${load}. Times in milliseconds.`;
}

function ourTable(sizes) {
  return table(
    'projects | p50 | p95 | p99 | mean | worst | hit@1 | hit@5 | build | heap | search alone: p50 | p95 | hit@1 | hit@5',
    sizes.map(({ size, brain, search }) => [
      count(size),
      ...[brain.p50, brain.p95, brain.p99, brain.mean, brain.worst.ms].map(number),
      ...[brain.hits.at1, brain.hits.at5].map(share),
      `${number(brain.buildMs / 1000)} s`,
      `${number(brain.heapMB)} MB`,
      ...[search.p50, search.p95].map(number),
      ...[search.hits.at1, search.hits.at5].map(share),
    ]),
  );
}

function peerTable(sizes) {
  return table(
    'projects | engine | turns × rounds | p50 | p95 | hit@1 | hit@5 | ours on the same: hit@1 | hit@5 | ratio p50 | ratio p95 | build | heap',
    sizes.flatMap(({ size, turns, peers }) =>
      peers.map((peer) => [
        count(size),
        peer.label,
        `${peer.turns}${peer.turns < turns ? ` of ${turns}` : ''} × ${peer.rounds}`,
        ...[peer.p50, peer.p95].map(number),
        ...[peer.hits.at1, peer.hits.at5, peer.ownHits.at1, peer.ownHits.at5].map(share),
        ...[peer.ratio.p50, peer.ratio.p95].map((ratio) => `${number(ratio)}×`),
        `${number(peer.buildMs / 1000)} s`,
        `${number(peer.heapMB)} MB`,
      ]),
    ),
  );
}

/** The issue's targets. One that this run did not measure says so. */
function targetTable(sizes, worst) {
  const at = (size) => sizes.find((measured) => measured.size === size);
  const peer = (name) => at(100_000)?.peers.find((measured) => measured.name === name);
  const row = (wanted, value, isMet, written) =>
    value === undefined ? [wanted, 'not measured', '–'] : [wanted, written(value), isMet(value) ? 'yes' : '**no**'];
  const hits = ['minisearch', 'fuse'].map(peer).filter((measured) => measured !== undefined);
  return table('wanted | measured | met', [
    row('p99 ≤ 2 ms at 66', at(66)?.brain.p99, (ms) => ms <= 2, milliseconds),
    row('p95 ≤ 8 ms at 100,000', at(100_000)?.brain.p95, (ms) => ms <= 8, milliseconds),
    row(
      '10 times faster than MiniSearch at 100,000 (p50)',
      peer('minisearch')?.ratio.p50,
      (ratio) => ratio >= 10,
      times,
    ),
    row('the same at p95', peer('minisearch')?.ratio.p95, (ratio) => ratio >= 10, times),
    row(
      '1,000 times faster than stock Fuse at 100,000 (p50)',
      peer('fuse')?.ratio.p50,
      (ratio) => ratio >= 1000,
      times,
    ),
    row(
      'better hit@1 than both in the same run, at 100,000',
      hits.length === 0 ? undefined : hits,
      (list) => list.every((measured) => measured.ownHits.at1 > measured.hits.at1),
      (list) => list.map((measured) => `${share(measured.ownHits.at1)} against ${share(measured.hits.at1)}`).join('; '),
    ),
    row(
      'index of 100,000 built in ≤ 6 s',
      at(100_000)?.brain.buildMs,
      (ms) => ms <= 6000,
      (ms) => `${number(ms / 1000)} s`,
    ),
    row('no question of up to 500 characters above 20 ms at 66', worst?.slowest[0].ms, (ms) => ms <= 20, milliseconds),
  ]);
}

function worstLine({ tried, seconds, slowest: [worst] }) {
  const text = worst.text.replace(/[^\p{L}\p{N}\p{P} ]/gu, '·');
  return `The slowest of ${count(tried)} questions tried in ${seconds} s: ${number(worst.ms)} ms, ${worst.family}, ${worst.memory}: \`${text.slice(0, 160).replaceAll('`', '·')}${text.length > 160 ? '…' : ''}\``;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.split(' | ').map((_, index) => (index === 0 ? '---' : '--:'));
  return [line([head]), line(rule), ...rows.map(line)].join('\n');
}

function milliseconds(ms) {
  return `${number(ms)} ms`;
}

function times(ratio) {
  return `${number(ratio)} times`;
}

function share(value) {
  return Number.isNaN(value) ? '–' : value.toFixed(2);
}

function number(value) {
  return value < 10 ? value.toFixed(2) : count(Math.round(value));
}

function count(value) {
  return value.toLocaleString('en-GB');
}
