/** Jest's asymmetric matchers, typed as unknown so that they can stand in an expected object without being trusted as a value. */
export const containing = (items: readonly unknown[]): unknown => expect.arrayContaining([...items]);
export const textWith = (part: string): unknown => expect.stringContaining(part);
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const anyNumber = (): unknown => expect.any(Number);
export const objectLike = (keys: object): unknown => expect.objectContaining(keys);
