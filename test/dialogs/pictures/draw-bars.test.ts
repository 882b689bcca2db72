import type { Bar, Bars } from '../../../dialogs/pictures/bar-data';
import { drawBars, PICTURE_STYLE } from '../../../dialogs/pictures/draw-bars';

const bar = (label: string, value: number | null): Bar => ({
  label,
  value,
  valueText: value === null ? 'non publié' : `${value} M€`,
  coverage: null,
});
const bars = (rows: readonly Bar[]): Bars => ({
  title: 'Financement FTAP, par projet',
  rows,
  rest: null,
  notes: [],
});
const draw = (rows: readonly Bar[]): string => drawBars(bars(rows), { locale: 'fr' });

/** The lengths of the bars, in pixels, in their order. */
function barLengths(svg: string): readonly number[] {
  const drawn = /<g class="bar"[^>]*>([^]*?)<\/g>/.exec(svg)?.[1] ?? '';
  return [...drawn.matchAll(/ width="([\d.]+)"/g)].map(([, length]) => Number(length));
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

    // 14 pixels of margin on both sides, the bar, then at least 7 pixels for each character of "123456.78 M€".
    expect(14 + length + 12 * 7 + 14).toBeLessThan(300);
  });

  it('ends all figures at one edge', () => {
    const svg = draw([bar('a', 80), bar('b', 0), bar('c', 4.5)]);

    const figures = /<g [^>]*text-anchor="end">([^]*?)<\/g>/.exec(svg)?.[1] ?? '';
    expect(words(figures)).toEqual(['80 M€', '0 M€', '4.5 M€']);
    expect(new Set([...figures.matchAll(/<text x="(\d+)"/g)].map(([, x]) => x)).size).toBe(1);
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

  it('holds no script, no style but its own and no address, whatever the names hold', () => {
    const hostile = `<script>alert(1)</script> "x" onload='y' class="z" </style> & \u0000\ud800 {c} url(http://a.b)`;
    const svg = drawBars(
      { ...bars([bar(hostile, 80), bar('b', 40)]), title: hostile, rest: hostile, notes: [hostile] },
      { locale: 'fr' },
    );

    const style = `<style>${PICTURE_STYLE}</style>`;
    expect(svg.split(style)).toHaveLength(2);
    const drawn = svg.replace(style, '');
    const tags = [...drawn.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
    expect([...new Set(tags.map((tag) => /^<\/?(\w+)/.exec(tag)?.[1]))].sort()).toEqual(
      ['desc', 'g', 'rect', 'svg', 'text', 'title'].sort(),
    );
    expect(tags.join('\n').replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      / style=|href|url|http|onload/,
    );
    expect(drawn.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    expect(svg).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
  });

  it('has a ground of its own, and another of each colour in the dark, for cards may be dark', () => {
    const svg = draw([bar('a', 80), bar('b', 40), bar('c', null)]);

    expect(svg).toMatch(/<rect class="ground" fill="#ffffff" width="300" height="\d+" rx="8"\/>/);
    const painted = [...svg.matchAll(/ class="(\w+)" fill="#[0-9a-f]{6}"/g)].map(([, paint]) => paint);
    expect(painted.length).toBeGreaterThan(4);
    for (const paint of painted) expect(PICTURE_STYLE).toMatch(new RegExp(`\\.${paint}\\{fill:#[0-9a-f]{6}\\}`));
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
