import type { Locator, Page } from 'playwright-core';

/** A person at the page of the Agents Playground. */
export interface TeamsUser {
  readonly page: Page;
  /** Goes to a chat or a channel by its name in the list on the left. */
  readonly open: (conversation: string) => Promise<void>;
  /** Types and sends; a part that begins with "@" is a mention, picked from the list that opens. */
  readonly say: (...parts: readonly string[]) => Promise<void>;
  /** What stands in the conversation with this text, cards apart. */
  readonly message: (text: string | RegExp) => Locator;
  readonly card: (text: string | RegExp) => Locator;
  /** Presses the last button of this name in the conversation. */
  readonly press: (name: string) => Promise<void>;
  /** Opens the search extension from the compose box and types these words. The Playground reads no manifest: it is told what ours declares. */
  readonly search: (declared: { readonly command: string; readonly parameter: string }, words: string) => Promise<void>;
  /** Sends one of the Playground's own events: "Add user". */
  readonly mock: (event: string) => Promise<void>;
  /** Sends an activity of our own making in place of the one that the Playground proposes. */
  readonly send: (activity: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Waits until nothing moves any more. */
  readonly settled: () => Promise<void>;
}

/** A person on a page that shows the Agents Playground, which has been loaded. */
export function createTeamsUser(page: Page): TeamsUser {
  return {
    page,
    open: (name) => page.getByRole('treeitem', { name }).click(),
    say: async (...parts) => {
      const box = page.locator('[data-lexical-editor="true"]').first();
      await box.click();
      let typed = '';
      for (const part of parts) {
        await type(part);
        // A mention takes its place after the click that chose it: what is typed before that is lost.
        typed += part.replace(/^@/u, '');
        await box.filter({ hasText: typed.trim() }).waitFor();
      }
      // A chat has an icon, a channel a word.
      await page
        .getByRole('button', { name: /^(Send Message|Post)$/u })
        .first()
        .click();
      await box.filter({ hasNotText: parts[0]?.replace(/^@/u, '').trim() ?? '' }).waitFor();
    },
    message: (text) => page.locator('p:not(.ac-adaptiveCard p)', { hasText: text }),
    card: (text) => page.locator('.ac-adaptiveCard', { hasText: text }),
    press: (name) => page.getByRole('button', { name, exact: true }).last().click(),
    search: async ({ command, parameter }, words) => {
      await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
      await page.getByRole('menuitem', { name: 'Search Command' }).click();
      const details = page.getByRole('button', { name: 'Specify Command ID or Parameter' });
      await details.click();
      await page.getByPlaceholder('Command ID').fill(command);
      await page.getByPlaceholder('Parameter name').fill(parameter);
      await details.click();
      await page.getByPlaceholder('Enter a search term').fill(words);
    },
    mock: async (event) => {
      await chooseMock(event);
      await sendShown();
    },
    send: async (activity) => {
      await chooseMock('Custom activity');
      await page.getByRole('dialog').locator('.view-lines').click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.insertText(JSON.stringify(activity));
      // The editor closes braces by itself, behind what was written.
      await page.keyboard.press('ControlOrMeta+Shift+End');
      await page.keyboard.press('Delete');
      await sendShown();
    },
    settled: async () => {
      const shot = () => page.screenshot();
      for (let before = await shot(), now = await shot(); !before.equals(now);) [before, now] = [now, await shot()];
    },
  };

  async function type(part: string): Promise<void> {
    if (!part.startsWith('@')) return page.keyboard.insertText(part);
    await page.keyboard.type('@');
    await page
      .locator('#typeahead-menu')
      .getByRole('menuitem', { name: part.slice(1) })
      .click();
  }

  async function chooseMock(event: string): Promise<void> {
    await page.getByRole('button', { name: 'Mock an Activity' }).click();
    await page.getByRole('menuitem').filter({ hasText: event }).click();
  }

  async function sendShown(): Promise<void> {
    await page.getByRole('button', { name: 'Send activity' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}
