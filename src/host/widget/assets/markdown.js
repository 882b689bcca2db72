/**
 * The Markdown that the assistant writes, as HTML: paragraphs, lists of "- ", bold, links to web addresses and signs escaped by "\".
 * Everything else is text, so that nothing said by anybody becomes an element of the page.
 *
 * @param markdown what is said
 * @param outside added to the name of each link, which opens beside the page
 */
export function htmlOf(markdown, outside) {
  const inline = (text) => text.replace(INLINE, (...found) => piece(found.at(-1), outside, inline));
  return markdown
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.split('\n');
      if (!lines.every((line) => line.startsWith('- '))) return `<p>${inline(lines.join(' '))}</p>\n`;
      return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
    })
    .join('\n');
}

/** An escaped sign, a link, an address that stands by itself, what is bold, and what HTML would take for its own. */
const INLINE =
  /\\(?<sign>[!-/:-@[-`{-~])|\[(?<label>(?:\\.|[^\]\\])*)\]\((?<to>[^\s()]+)\)|(?<bare>https?:\/\/[^\s<>()[\]]*[^\s<>()[\].,;:!?»])|\*\*(?<bold>(?:\\.|[^*\\])+)\*\*|(?<raw>[&<>"'])/gu;

function piece({ sign, label, to, bare, bold, raw }, outside, inline) {
  if (sign !== undefined) return entity(sign);
  if (raw !== undefined) return entity(raw);
  if (bold !== undefined) return `<strong>${inline(bold)}</strong>`;
  if (bare !== undefined) return linkTo(bare, text(bare), outside);
  return linkTo(to, inline(label), outside);
}

function linkTo(address, inner, outside) {
  // Whoever made it, only a web address is a link.
  if (!/^https?:\/\//i.test(address)) return inner;
  const name = inner.replaceAll(/<[^>]*>/g, '');
  return `<a href="${text(address)}" target="_blank" rel="noopener noreferrer" aria-label="${name} ${text(outside)}">${inner}</a>`;
}

function text(raw) {
  return raw.replaceAll(/[&<>"']/g, entity);
}

function entity(sign) {
  return /[&<>"']/.test(sign) ? `&#${sign.charCodeAt(0)};` : sign;
}
