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
export function groupAlike(said: readonly Said[]): readonly (readonly number[])[] {
  const weightOf = rarityIn(said);
  const groups: number[][] = [];
  /** Of all stems of the first of each. */
  const weights: number[] = [];
  const byFolded = new Map<string, number>();
  /** Groups whose first has this stem. */
  const byStem = new Map<string, number[]>();
  const order = [...said.keys()].sort((a, b) => (said[b]?.times ?? 0) - (said[a]?.times ?? 0) || a - b);
  for (const at of order) {
    const text = said[at];
    if (text === undefined) continue;
    const found = byFolded.get(text.folded) ?? nearest(text.stems);
    if (found === undefined) {
      for (const stem of text.stems) {
        const own = byStem.get(stem);
        if (own === undefined) byStem.set(stem, [groups.length]);
        else own.push(groups.length);
      }
      byFolded.set(text.folded, groups.length);
      groups.push([at]);
      weights.push(sum(text.stems));
    } else {
      byFolded.set(text.folded, found);
      groups[found]?.push(at);
    }
  }
  const timesOf = (group: readonly number[]): number =>
    group.reduce((sum, position) => sum + (said[position]?.times ?? 0), 0);
  return groups.sort((a, b) => timesOf(b) - timesOf(a));

  function nearest(stems: readonly string[]): number | undefined {
    const shared = new Map<number, number>();
    for (const stem of stems)
      for (const group of byStem.get(stem) ?? []) shared.set(group, (shared.get(group) ?? 0) + weightOf(stem));
    let best: { readonly group: number; readonly likeness: number } | undefined;
    const own = sum(stems);
    for (const [group, weight] of shared) {
      const likeness = weight / (own + (weights[group] ?? 0) - weight);
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { group, likeness };
    }
    return best?.group;
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
