/**
 * What each judge of a ranking counts for, so that what is right comes first: softmax regression over the groups.
 *
 * @param groups `[{ judged: number[], isRight }]` lists
 * @returns one weight a judge
 */
export function weighJudges(groups, judges) {
  const weights = Array.from({ length: judges }, () => 0);
  const squares = Array.from({ length: judges }, () => 1e-3);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const group of groups) {
      const sums = group.map(({ judged }) => judged.reduce((sum, value, index) => sum + value * weights[index], 0));
      const greatest = Math.max(...sums);
      const powers = sums.map((sum) => Math.exp(sum - greatest));
      const total = powers.reduce((a, b) => a + b, 0);
      const right = powers.map((power, index) => (group[index].isRight ? power : 0));
      const ofRight = right.reduce((a, b) => a + b, 0);
      for (let k = 0; k < judges; k++) {
        let slope = DECAY * weights[k];
        for (const [index, { judged }] of group.entries())
          slope += (powers[index] / total - right[index] / ofRight) * judged[k];
        squares[k] += slope * slope;
        weights[k] -= (RATE * slope) / Math.sqrt(squares[k]);
      }
    }
  return weights.map((weight) => Number(weight.toFixed(3)));
}

const EPOCHS = 40;
const RATE = 0.15;
const DECAY = 1e-4;
