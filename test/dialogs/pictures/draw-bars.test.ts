import type { Bar, Bars } from '../../../dialogs/pictures/bar-data';
import { drawBars } from '../../../dialogs/pictures/draw-bars';

const bar = (label: string, value: number | null): Bar => ({
  label,
  value,
  valueText: value === null ? 'non publié' : `${value} M€`,
  coverage: null,
});
const bars = (rows: readonly Bar[]): Bars => ({
  title: 'Financement FTAP, par projet',
  unit: 'MEUR',
  of: 'project',
  rows,
  rest: null,
  notes: [],
});
const draw = (rows: readonly Bar[]): string => drawBars(bars(rows), { locale: 'fr' });

/** The lengths of the bars, in pixels, in their order. */
function barLengths(svg: string): readonly number[] {
  return [...svg.matchAll(/<path d="M\S+ \S+l(\S+) 0/g)].map(([, length]) => Number(length));
}

/** What the eye reads, title and description left out. */
function words(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

describe('the drawing of bars', () => {
  it('gives each amount a bar of its length', () => {
    const [first = 0, second = 0, third = 0] = barLengths(draw([bar('a', 80), bar('b', 40), bar('c', 20)]));

    expect(first / second).toBeCloseTo(2, 2);
    expect(first / third).toBeCloseTo(4, 2);
  });

  it('gives no bar to what is not published, nor to a published zero, and says which is which', () => {
    const svg = draw([bar('a', 80), bar('b', 0), bar('c', null)]);

    expect(barLengths(svg)).toHaveLength(1);
    expect(words(svg)).toEqual(expect.arrayContaining(['0 M€', 'non publié']));
    expect(svg).toMatch(/<text[^>]*font-style="italic"[^>]*>non publié</);
  });

  it('shows the least amount beside the greatest', () => {
    expect(Math.min(...barLengths(draw([bar('a', 100_000), bar('b', 0.01)])))).toBeGreaterThanOrEqual(2);
  });

  it('keeps within the picture the value at the end of the longest bar', () => {
    const [length = 0] = barLengths(draw([bar('a', 123_456.78), bar('b', 2)]));

    // 12 pixels of margin, then the bar, then at least 7 pixels for each character of "123456.78 M€".
    expect(12 + length + 12 * 7).toBeLessThan(300);
  });

  it('is the same to the byte, whatever was drawn before', () => {
    const rows = [bar('a', 80), bar('b', 40)];
    const first = draw(rows);
    draw([bar('c', 1), bar('d', 2), bar('e', 3)]);

    expect(draw(rows)).toBe(first);
  });

  it('cuts a long name at a word, and says it whole in the alternative', () => {
    const name =
      'Plateforme numérique d’information et de services pour les personnes en situation de handicap et leurs proches';
    const svg = draw([bar(name, 80), bar('b', 40)]);

    const shown = words(svg).find((text) => text.endsWith('…'));
    expect(shown).toBeDefined();
    expect(name.replace(/'/g, '&#39;')).toContain(shown?.slice(0, -1).trim());
    expect(/<desc[^>]*>([^<]*)/.exec(svg)?.[1]).toContain(name.replace(/'/g, '&#39;'));
  });

  it('names itself: role, title, and every label with its value', () => {
    const svg = draw([bar('Mentor', 5.4), bar('PILAT', null), bar('Géoplateforme', 3.6)]);

    expect(svg).toMatch(/^<svg[^>]* role="img"[^>]* aria-labelledby="picture-title picture-description">/);
    expect(svg).toContain('<title id="picture-title">Financement FTAP, par projet</title>');
    const description = /<desc id="picture-description">([^<]*)/.exec(svg)?.[1]?.replace(/\p{Zs}/gu, ' ');
    expect(description).toBe('Mentor : 5.4 M€\nPILAT : non publié\nGéoplateforme : 3.6 M€');
  });

  it('holds no script, style, class or address, whatever the names hold', () => {
    const hostile = `<script>alert(1)</script> "x" onload='y' class="z" </style> & \u0000\ud800 {c} url(http://a.b)`;
    const svg = drawBars(
      { ...bars([bar(hostile, 80), bar('b', 40)]), title: hostile, rest: hostile, notes: [hostile] },
      { locale: 'fr' },
    );

    const tags = [...svg.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    expect([...new Set(tags.map((tag) => /^<\/?(\w+)/.exec(tag)?.[1]))].sort()).toEqual(
      ['desc', 'path', 'rect', 'svg', 'text', 'title'].sort(),
    );
    expect(tags.join('\n').replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /style|class|href|url|http|onload|ecmeta/,
    );
    expect(svg.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    expect(svg).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
  });

  it('has a ground of its own, for cards may be dark', () => {
    expect(draw([bar('a', 80), bar('b', 40)])).toMatch(/<rect width="300" height="\d+" x="0" y="0" fill="#ffffff">/);
  });

  it('says beside a bar how many of its projects have an amount', () => {
    const svg = draw([
      { ...bar('Justice', 80), coverage: { known: 5, size: 7 } },
      { ...bar('Culture', 40), coverage: { known: 2, size: 2 } },
    ]);

    expect(words(svg)).toContain('5/7');
    expect(words(svg)).not.toContain('2/2');
    expect(svg.replace(/\p{Zs}/gu, ' ')).toContain('Justice : 80 M€ (5 projets sur 7)');
  });
});
