import fc from 'fast-check';
import { saidIn } from '../../../dialogs/teams/said-text';

const BOT = { id: '28:bot', name: 'Assistant Transformation' };
const BOT_MENTION = { type: 'mention', mentioned: BOT, text: '<at>Assistant Transformation</at>' };
const ADA_MENTION = { type: 'mention', mentioned: { id: '29:ada', name: 'Ada Lovelace' }, text: '<at>Ada</at>' };

const heard = (text: unknown, entities: unknown = [BOT_MENTION, ADA_MENTION]): string =>
  saidIn({ type: 'message', text, recipient: BOT, entities }).text;

describe('what is said in Teams', () => {
  it.each([
    ['at the beginning', '<at>Assistant Transformation</at> Qui porte Mentor ?'],
    ['at the end', 'Qui porte Mentor ? <at>Assistant Transformation</at>'],
    ['in the middle', 'Qui porte <at>Assistant Transformation</at> Mentor ?'],
    ['everywhere', '<at>Assistant Transformation</at> Qui porte <at>Assistant Transformation</at>Mentor ?'],
    ['twice in a row', '<at>Assistant Transformation</at>&nbsp;<at>Assistant Transformation</at> Qui porte Mentor ?'],
    ['and a comma', '<at>Assistant Transformation</at>, Qui porte Mentor ?'],
    ['and a space of HTML', '<at>Assistant Transformation</at>&nbsp;Qui porte&nbsp;Mentor&nbsp;?\n'],
    ['on a line of its own', '<at>Assistant Transformation</at>\nQui porte Mentor ?'],
    ['in a paragraph', '<p><at>Assistant Transformation</at> Qui porte <strong>Mentor</strong> ?</p>'],
    ['numbered as in the HTML form', '<at id="0">Assistant Transformation</at> Qui porte Mentor ?'],
  ])('is heard without the mention of the bot %s', (_where, text) => {
    expect(heard(text)).toBe('Qui porte Mentor ?');
  });

  it('is heard without the mention that no entity tells of', () => {
    expect(heard('<at>assistant transformation</at> Qui porte Mentor ?', undefined)).toBe('Qui porte Mentor ?');
  });

  it('is heard without a mention that is no tag, by the text of its entity', () => {
    const mention = { ...BOT_MENTION, text: '@Assistant' };

    expect(heard('@Assistant Qui porte Mentor ? @Assistant', [mention])).toBe('Qui porte Mentor ?');
  });

  it('keeps the names of other people', () => {
    expect(heard('<at>Assistant Transformation</at> <at>Ada</at> et <at>Bob Martin</at> portent-ils Mentor ?')).toBe(
      'Ada et Bob Martin portent-ils Mentor ?',
    );
  });

  it('reads a name with signs of its own as it is, and once', () => {
    const mention = { type: 'mention', mentioned: { id: '29:x' }, text: '<at>R&amp;D &amp;lt;b&gt;</at>' };

    expect(heard('Voir <at>R&amp;D &amp;lt;b&gt;</at> ?', [mention])).toBe('Voir R&D &lt;b> ?');
  });

  it.each([
    ['l&#39;État &amp; les communes', "l'État & les communes"],
    ['plus de &gt; 5 M€ &quot;net&quot; &#xE9;t&#233;', 'plus de > 5 M€ "net" été'],
    ['moins de <5 M€ et > 2 M€, a < b', 'moins de <5 M€ et > 2 M€, a < b'],
    ['si a <b et c> d', 'si a <b et c> d'],
    ['&amp;nbsp; &inconnu; &#0; &#xD800; &', '&nbsp; &inconnu; &#0; &#xD800; &'],
    ['merci <emoji id="smile" alt="🙂" title="Sourire"></emoji>', 'merci 🙂'],
    ['un<br/>deux<br>trois', 'un\ndeux\ntrois'],
    ['<ul><li>un</li><li>deux</li></ul>', 'un\ndeux'],
    ['<quoted messageId="1700000000000"/> et son coût ?', 'et son coût ?'],
    ['<attachment id="abc"></attachment>', ''],
  ])('is read without markup and entities: %s', (text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  it('tells a mention of the bot from one of somebody else', () => {
    const said = (text: string): unknown => saidIn({ text, recipient: BOT, entities: [BOT_MENTION, ADA_MENTION] });

    expect(said('<at>Assistant Transformation</at>&nbsp;')).toEqual({ text: '', isMention: true });
    expect(said('<at>Ada</at>')).toEqual({ text: 'Ada', isMention: false });
  });

  it.each([
    ['no text', undefined],
    ['a text that is none', 7],
    ['entities that are none', 'Bonjour', 'mention'],
    ['broken entities', 'Bonjour', [null, 7, { type: 'mention' }, { type: 'mention', mentioned: BOT, text: ' ' }]],
  ])('survives %s', (_what, text, entities: unknown = []) => {
    expect(heard(text, entities)).toBe(text === 'Bonjour' ? 'Bonjour' : '');
  });

  it('never throws, and never leaves the bot’s mention', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant(BOT_MENTION.text), fc.constant('&nbsp;'))), (parts) => {
        expect(heard(parts.join(' '))).not.toContain('Assistant Transformation</at>');
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (activity) => {
        expect(typeof saidIn(activity).text).toBe('string');
      }),
    );
  });

  it.each(['<at>', '<at ', '<img ', '<img alt="', '<b ', '&#', '<at>Ada', '\n ', '</p '])(
    'is read in no time when it is an endless %j',
    (part) => {
      const began = process.cpuUsage().user;
      heard(part.repeat(60_000 / part.length));

      expect(process.cpuUsage(undefined).user - began).toBeLessThan(1_000_000);
    },
  );
});
