import { isOneOfSecrets, isSameSecret, openSecrets } from '../../../src/host/directline/secret';
import { storeOpener } from '../stores';

const openStore = storeOpener();

describe('the Direct Line secret', () => {
  it('is the one of the settings, and then nothing is written', async () => {
    const store = await openStore();

    expect(await openSecrets(store, ['given', 'older'])).toEqual(['given', 'older']);
    expect(await store.read('secrets')).toBeNull();
  });

  it('is made once, kept, and found again', async () => {
    const store = await openStore();

    const [[secret], [again]] = await Promise.all([openSecrets(store, undefined), openSecrets(store, undefined)]);

    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(again).toBe(secret);
    expect(await openSecrets(store, undefined)).toEqual([secret]);
  });

  it.each([
    ['nothing', '[]'],
    ['a short second one', JSON.stringify(['n'.repeat(32), 'short'])],
    ['no JSON', '["nnn'],
  ])('is refused when what is kept is %s', async (_case, text) => {
    const store = await openStore();
    await store.commit([{ key: 'secrets', text }]);

    await expect(openSecrets(store, undefined)).rejects.toThrow();
  });

  it('is another in another store', async () => {
    expect(await openSecrets(await openStore(), undefined)).not.toEqual(
      await openSecrets(await openStore(), undefined),
    );
  });

  it('compares as a whole', () => {
    expect(isSameSecret('secret', 'secret')).toBe(true);
    expect(isSameSecret('secret!', 'secret')).toBe(false);
    expect(isSameSecret('', 'secret')).toBe(false);
    expect(isOneOfSecrets('older', ['secret', 'older'])).toBe(true);
    expect(isOneOfSecrets('old', ['secret', 'older'])).toBe(false);
  });
});
