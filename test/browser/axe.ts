import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { AXE_TAGS } from '../../src/messages/fr/checked-states';

/** A defect that is known, told in the accessibility statement, and not ours to mend here: one rule on one kind of node. */
export interface KnownDefect {
  readonly rule: string;
  readonly selector: string;
}

const violationsSchema = z.array(z.object({ rule: z.string(), html: z.string(), remedy: z.string() }));

/**
 * What axe-core finds wrong on the page as it stands: a text for each node, with the rule, the element and the remedy. It is put in
 * by the browser's own door, so the page's security policy stays as it is.
 */
export async function violationsOn(page: Page, known: readonly KnownDefect[]): Promise<readonly string[]> {
  // Half a megabyte, which a page that is judged twice keeps.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  const options = { runOnly: { type: 'tag', values: AXE_TAGS }, resultTypes: ['violations'], elementRef: true };
  const found: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ element }) => !${JSON.stringify(known)}.some(
          ({ rule, selector }) => rule === id && element.matches(selector),
        ))
        .map(({ html, failureSummary }) => ({ rule: id, html, remedy: failureSummary })),
    ))`);
  return violationsSchema.parse(found).map(({ rule, html, remedy }) => [rule, html, remedy].join('\n'));
}
