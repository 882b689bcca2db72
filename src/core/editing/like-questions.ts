import type { Pieces } from '../search/pieces';

/** A text that people left, as it is compared. */
export interface Said {
  /** The same for the same words, whatever their case, accents and signs. */
  readonly folded: string;
  /** Stems of the words that carry a subject, and whatever else tells what it is about; each once. */
  readonly stems: readonly string[];
  /** How often it was left. */
  readonly times: number;
}

/** Of the weight of all words of two questions, what must be in both: at a half, « le coût de Mentor » and « combien coûte Mentor » are one, two projects are not. */
const ALIKE = 0.5;

/**
 * Groups of like texts, as positions: in each the most frequent first, the groups that were left most often first. Rare words weigh more.
 * A text joins the group whose first it is most like, so groups stay about one thing: no chain leads from one subject to another.
 */
export function* groupAlike(said: readonly Said[]): Pieces<readonly (readonly number[])[]> {
  const weightOf = rarityIn(said);
  const groups: number[][] = [];
  /** The stems of the first of each, and what they weigh together. */
  const leads: { readonly stems: ReadonlySet<string>; readonly weight: number }[] = [];
  const byFolded = new Map<string, number>();
  /** Groups whose first has this stem among those that tell it. */
  const byStem = new Map<string, number[]>();
  const order = [...said.keys()].sort((a, b) => (said[b]?.times ?? 0) - (said[a]?.times ?? 0) || a - b);
  for (const at of order) {
    yield;
    const text = said[at];
    if (text === undefined) continue;
    const weight = sum(text.stems);
    const telling = tellingOf(text.stems, weight);
    const found = byFolded.get(text.folded) ?? nearest(text.stems, weight, telling);
    byFolded.set(text.folded, found ?? groups.length);
    if (found === undefined) {
      for (const stem of telling) {
        const own = byStem.get(stem) ?? [];
        own.push(groups.length);
        byStem.set(stem, own);
      }
      groups.push([at]);
      leads.push({ stems: new Set(text.stems), weight });
    } else groups[found]?.push(at);
  }
  const timesOf = (group: readonly number[]): number =>
    group.reduce((sum, position) => sum + (said[position]?.times ?? 0), 0);
  return groups.sort((a, b) => timesOf(b) - timesOf(a));

  function nearest(stems: readonly string[], weight: number, telling: readonly string[]): number | undefined {
    let best: { readonly group: number; readonly likeness: number } | undefined;
    for (const group of new Set(telling.flatMap((stem) => byStem.get(stem) ?? []))) {
      const lead = leads[group];
      if (lead === undefined) continue;
      const shared = sum(stems.filter((stem) => lead.stems.has(stem)));
      const likeness = shared / (weight + lead.weight - shared);
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { group, likeness };
    }
    return best?.group;
  }

  /**
   * The rarest stems, without which the others weigh too little to be alike: two texts that are alike have the rarest that they share among
   * those of both, so that thousands of texts with a common word are not compared with one another.
   */
  function tellingOf(stems: readonly string[], weight: number): readonly string[] {
    let left = weight;
    return [...stems]
      .sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1))
      .filter((stem) => {
        const isNeeded = left >= weight * ALIKE;
        left -= weightOf(stem);
        return isNeeded;
      });
  }

  function sum(stems: readonly string[]): number {
    return stems.reduce((total, stem) => total + weightOf(stem), 0);
  }
}

/** A stem in all texts still weighs something. */
function rarityIn(said: readonly Said[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { stems } of said) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const rarities = new Map([...counts].map(([stem, count]) => [stem, Math.log(1 + said.length / count)]));
  return (stem) => rarities.get(stem) ?? 0;
}
