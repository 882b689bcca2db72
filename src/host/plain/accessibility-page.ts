import { ACCESSIBILITY_STATEMENT, type StatementBlock, type StatementPart } from '../../messages/plain/accessibility';
import type { Route } from '../http/route';
import { said } from './html-text';
import { ACCESSIBILITY_PATH, answerPlainPage } from './plain-page';

/** `/accessibilite`: the accessibility statement, in French with a summary in English. `style` is the address of the style sheet. */
export function createAccessibilityRoute(style: string): Route {
  const { title, parts, english } = ACCESSIBILITY_STATEMENT;
  const main = [
    `      <h1>${said(title, 'fr')}</h1>`,
    ...parts.flatMap((part) => partHtml(part, 2)),
    '      <section lang="en">',
    `      <h2>${said(english.heading, 'en')}</h2>`,
    ...english.blocks.map((block) => `      <p>${said(block, 'en')}</p>`),
    '      </section>',
  ].join('\n');
  return {
    method: 'GET',
    path: ACCESSIBILITY_PATH,
    answer: () => Promise.resolve(answerPlainPage({ locale: 'fr', title, style, skip: null, top: '', main })),
  };
}

function partHtml({ heading, blocks, parts = [] }: StatementPart, level: number): readonly string[] {
  return [
    `      <h${level}>${said(heading, 'fr')}</h${level}>`,
    ...blocks.map(blockHtml),
    ...parts.flatMap((part) => partHtml(part, level + 1)),
  ];
}

function blockHtml(block: StatementBlock): string {
  if (typeof block === 'string') return `      <p>${said(block, 'fr')}</p>`;
  const items = block.list.map((item) => `        <li>${said(item, 'fr')}</li>`);
  return `      <ul>\n${items.join('\n')}\n      </ul>`;
}
