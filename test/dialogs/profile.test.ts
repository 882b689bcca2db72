import { type Profile, TEAMS, WEB_CHAT } from '../../dialogs/cards/profile';

/** What a new channel would be written as; each line is what `npm run check` says of one that leaves something out. */
// @ts-expect-error: a channel says all that it can do.
const SILENT: Profile = { hasTextAboveCard: true };
const { saying, ...rest } = WEB_CHAT;
// @ts-expect-error: and what its buttons say.
const MUTE: Profile = rest;

describe('a channel', () => {
  it('is an object of what it can do, and the compiler names what it does not say', () => {
    expect(Object.keys(SILENT).length).toBeLessThan(Object.keys(TEAMS).length);
    expect(saying('Bonjour')).toBe('Bonjour');
    expect(MUTE).not.toHaveProperty('saying');
    expect(Object.keys(TEAMS)).toEqual(Object.keys(WEB_CHAT));
  });
});
