/** What a picture of bars needs of SVG; everything else that a library writes stays out. */
const ELEMENTS: ReadonlySet<string> = new Set(['svg', 'g', 'rect', 'path', 'text']);
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['xmlns', 'width', 'height', 'viewBox', 'x', 'y', 'd', 'transform', 'fill'],
  ...['dominant-baseline', 'text-anchor', 'font-size', 'font-family', 'font-style', 'font-weight'],
]);

/** A picture's name and its full alternative for those who do not see it. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
  readonly locale: string;
}

/**
 * The same picture with nothing but shapes and words: no style, class, script or counter of the library, so that the same data gives the
 * same bytes and the strictest Content-Security-Policy lets it through. Named for assistive technologies.
 */
export function plainSvg(svg: string, { title, description, locale }: PictureWords): string {
  const plain = svg
    .replace(/<style\b[\s\S]*?<\/style>/gu, '')
    .replace(/<(\/?)([\w:-]+)([^>]*)>/gu, (_tag, slash: string, name: string, attributes: string) => {
      if (!ELEMENTS.has(name)) throw new Error(`echarts wrote an element <${name}> that no picture should hold`);
      return `<${slash}${name}${slash === '' ? keptAttributes(attributes) : ''}>`;
    })
    .replace(/\n+/gu, '\n');
  return plain.replace(
    /^<svg([^>]*)>/u,
    (_root, attributes: string) =>
      `<svg${enlarged(attributes)} role="img" lang="${locale}" aria-labelledby="picture-title picture-description"><title id="picture-title">${escapeXml(title)}</title><desc id="picture-description">${escapeXml(description)}</desc>`,
  );
}

/** Where there is room the picture is shown larger than it is drawn; its viewBox keeps its proportions. */
function enlarged(attributes: string): string {
  return attributes.replace(
    / (width|height)="([\d.]+)"/gu,
    (_attribute, name: string, pixels: string) => ` ${name}="${String(Math.round(Number(pixels) * SHOWN))}"`,
  );
}

const SHOWN = 1.35;

/** echarts writes fonts in `style`, which a policy may forbid, where SVG has attributes of the same names. */
function keptAttributes(attributes: string): string {
  return [...attributes.matchAll(/([\w:-]+)="([^"]*)"/gu)]
    .flatMap(([, name = '', value = '']) => (name === 'style' ? declarations(value) : [[name, value] as const]))
    .filter(([name]) => ATTRIBUTES.has(name))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

function declarations(style: string): readonly (readonly [string, string])[] {
  return style.split(';').flatMap((declaration) => {
    const [name, value] = declaration.split(':');
    return name === undefined || value === undefined ? [] : [[name.trim(), value.trim()] as const];
  });
}

/** Text for XML and HTML, between tags or within quotes; signs that XML forbids become spaces. */
export function escapeXml(text: string): string {
  return printable(text)
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');
}

/** Without control characters (but the end of a line) and halves of characters, which no XML may hold. */
export function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
}
