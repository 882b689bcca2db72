import { NamedError } from './error-code';
import { type Change, type Line, VersionConflict, type WholeStore } from './store';

/** How far a move is: documents that are the same in both stores, the lines of their logs, and how many documents this run has written. */
export interface Moved {
  readonly documents: number;
  readonly lines: number;
  readonly written: number;
}

/** The other store holds what is none of this one's, or somebody wrote in one of them meanwhile. */
export class MoveProblem extends NamedError {
  constructor(readonly kind: 'not-empty' | 'changed') {
    super(`the store to move to: ${kind}`);
  }
}

/** In the store that is being filled, until it holds everything. */
const MARK = 'moving';
/** Turns of processes, which go on in no other store. */
const LEASES = 'lease/';

/** Side by side, so that they share their flushes. */
const AT_ONCE = 100;

/**
 * Copies all that `from` holds into `to`, which is empty or was being filled by an earlier run: what is there already is not written
 * again, what `from` has lost meanwhile is deleted. Then all of `to` is compared with `from`.
 *
 * @param tell hears every hundred documents how far it is
 * @throws MoveProblem when `to` holds anything else, or the two are not the same in the end
 */
export async function moveStore(from: WholeStore, to: WholeStore, tell: (moved: Moved) => void): Promise<Moved> {
  if ((await to.read(MARK)) === null && (await countOf(to)) > 0) throw new MoveProblem('not-empty');
  await to.commit([{ key: MARK, text: '{}' }]);
  let [documents, lines, written] = [0, 0, 0];
  for await (const keys of pagesOf(from)) {
    const kept = await Promise.all(keys.map((key) => copy(from, to, key)));
    documents += kept.length;
    lines += kept.reduce((sum, one) => sum + one.lines, 0);
    written += kept.filter(({ isWritten }) => isWritten).length;
    tell({ documents, lines, written });
  }
  for await (const keys of pagesOf(to)) await Promise.all(keys.map((key) => requireSame(from, to, key)));
  if ((await countOf(from)) !== (await countOf(to))) throw new MoveProblem('changed');
  await to.commit([{ key: MARK, text: null }]);
  return { documents, lines, written };
}

/** The keys of all that is to be moved. */
async function* pagesOf(store: WholeStore): AsyncIterable<readonly string[]> {
  let page: string[] = [];
  for await (const { key } of store.list('')) {
    if (key === MARK || key.startsWith(LEASES)) continue;
    page.push(key);
    if (page.length < AT_ONCE) continue;
    yield page;
    page = [];
  }
  yield page;
}

async function countOf(store: WholeStore): Promise<number> {
  const mark = (await store.read(MARK)) === null ? 0 : 1;
  return (await store.count('')) - (await store.count(LEASES)) - mark;
}

/** A document with its log, which has its name: both or neither. */
async function copy(from: WholeStore, to: WholeStore, key: string) {
  const [here, there] = [await readWhole(from, key), await readWhole(to, key)];
  const changes: readonly Change[] = [
    ...(here.text === there.text ? [] : [{ key, text: here.text, expected: there.version }]),
    ...linesBeyond(there.lines, here.lines).map(({ number }) => ({ log: key, number, text: null })),
    ...linesBeyond(here.lines, there.lines).map(({ number, text }) => ({ log: key, number, text })),
  ];
  try {
    if (changes.length > 0) await to.commit(changes);
  } catch (error) {
    throw error instanceof VersionConflict ? new MoveProblem('changed') : error;
  }
  return { lines: here.lines.length, isWritten: changes.length > 0 };
}

/** Deletes what `from` has not (any more). */
async function requireSame(from: WholeStore, to: WholeStore, key: string): Promise<void> {
  const [here, there] = [await readWhole(from, key), await readWhole(to, key)];
  if (here.text === null) await copy(from, to, key);
  else if (here.text !== there.text || linesBeyond(here.lines, there.lines).length > 0)
    throw new MoveProblem('changed');
}

async function readWhole(store: WholeStore, key: string) {
  const [kept, lines] = await Promise.all([store.read(key), store.lines(key, 0)]);
  return { text: kept?.text ?? null, version: kept?.version ?? null, lines };
}

/** Those of the first that are not, or not the same, in the second. */
function linesBeyond(lines: readonly Line[], others: readonly Line[]): readonly Line[] {
  const known = new Map(others.map(({ number, text }) => [number, text]));
  return lines.filter(({ number, text }) => known.get(number) !== text);
}
