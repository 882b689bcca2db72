/** How a language orders. Patterns are of folded words; the group `about` of one, with its place (flag d), is what the order is about, where it says so. */
export interface Grammar {
  readonly follow: readonly RegExp[];
  readonly weak: RegExp;
  readonly list: RegExp;
  /** Who asks how to follow, and names nothing yet. */
  readonly how: RegExp;
  readonly unfollow: readonly RegExp[];
  /** What stands before and after the subject in "si … change". */
  readonly heads: RegExp;
  readonly tails: RegExp;
  readonly everything: RegExp;
  /** Found in the subject of who only waits for new projects. */
  readonly ofNew: RegExp;
  readonly this: RegExp;
  readonly thisValue: RegExp;
}
