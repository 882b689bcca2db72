import type { Frame, Locator, Page } from 'playwright-core';
import { plain } from '../plain-text';

/** A person at the page: types, clicks, waits until nothing moves. */
export interface Visitor {
  readonly page: Page;
  readonly ask: (question: string) => Promise<void>;
  /** Presses the last button of this name in the conversation. */
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly bubble: (text: string | RegExp) => Locator;
  readonly lastCard: () => Locator;
  readonly standsStill: () => Promise<void>;
}

/** Longer than a pause between two steps of Web Chat's scrolling. */
const STANDS_STILL_MS = 400;

/** A visitor on a page that shows Web Chat. Its live region repeats messages for a moment: only the transcript counts. */
export function createVisitor(page: Page): Visitor {
  const transcript = page.locator('.webchat__basic-transcript');

  /** Waits until the transcript stands still: it scrolls by itself, and stops at the beginning of an answer longer than the window. */
  const standsStill = (): Promise<void> => transcriptStandsStill(page);
  return {
    page,
    standsStill,
    ask: async (question) => {
      // At a person's pace: Web Chat stops following the newest message when the next one comes while it still scrolls.
      await standsStill();
      const input = page.locator('[data-id="webchat-sendbox-input"]');
      await input.fill(question);
      await input.press('Enter');
    },
    press: async (name) => {
      await standsStill();
      await transcript.getByRole('button', { name, exact: true }).last().click();
    },
    bubble: (text) =>
      transcript.locator('.webchat__bubble:not(.webchat__bubble--from-user)', {
        hasText: text,
      }),
    lastCard: () => transcript.locator('.webchat__adaptive-card-renderer').last(),
  };
}

/** Waits until the transcript of a page or a frame is there and does not scroll any more. */
export async function transcriptStandsStill(frame: Page | Frame): Promise<void> {
  await frame.locator('.webchat__basic-transcript .webchat__bubble').first().waitFor();
  const top = `document.querySelector('.webchat__basic-transcript__scrollable').scrollTop`;
  for (let before = -1, now = Number(await frame.evaluate(top)); now !== before;) {
    await frame.waitForTimeout(STANDS_STILL_MS);
    [before, now] = [now, Number(await frame.evaluate(top))];
  }
}

/** What a screen reader is told from now on: the texts that come into a region that it listens to. `forget` begins anew. */
export async function listen(page: Page): Promise<{ told: () => Promise<string>; forget: () => Promise<unknown> }> {
  await page.evaluate(`window.told = []; new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node.nodeType === 1 && node.closest('[role=log], [aria-live=polite]')) window.told.push(node.innerText);
  }).observe(document.body, { childList: true, subtree: true })`);
  return {
    told: async () => plain(String(await page.evaluate(`window.told.join('\\n')`))),
    forget: () => page.evaluate('window.told.length = 0'),
  };
}
