import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

export interface Browser {
  readonly context: BrowserContext;
  /** Closes every page but the first, which keeps the browser: a page with Web Chat that stays open goes on working beside the next test. */
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Debian's chromium with an empty profile that calls nobody by itself. */
export async function openChromium(
  viewport: { readonly width: number; readonly height: number },
  moreArgs: readonly string[] = [],
): Promise<Browser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'chromium-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium-headless-shell',
    headless: true,
    viewport,
    locale: 'fr-FR',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // One process for all pages of one site, which each would else start: a tenth of what a page takes.
      '--renderer-process-limit=1',
      '--no-first-run',
      ...moreArgs,
    ],
  });
  return {
    context,
    closePages: async () => {
      await Promise.all(
        context
          .pages()
          .slice(1)
          .map((page) => page.close()),
      );
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
