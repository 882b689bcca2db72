import type { FrameLocator, Locator, Page, Request } from 'playwright-core';
import { transcriptStandsStill } from './web-chat-page';

/** The widget on a visitor's screen. */
export interface Widget {
  readonly page: Page;
  readonly opener: Locator;
  readonly panel: Locator;
  readonly inside: FrameLocator;
  readonly requests: readonly Request[];
  readonly ask: (question: string) => Promise<void>;
  readonly standsStill: () => Promise<void>;
  readonly answer: (text: string) => Locator;
}

/** The widget of this rank on a page. */
export function widgetOn(page: Page, requests: readonly Request[], rank = 0): Widget {
  const widget = page.locator('assistant-widget').nth(rank);
  const inside = widget.frameLocator('iframe');
  const standsStill = async (): Promise<void> => {
    const frame = await (await widget.locator('iframe').elementHandle()).contentFrame();
    if (!frame) throw new Error('the widget has no frame yet');
    await transcriptStandsStill(frame);
  };
  return {
    page,
    requests,
    opener: widget.locator('button.opener'),
    panel: widget.locator('.panel'),
    inside,
    standsStill,
    ask: async (question) => {
      // As a person does: after the welcome, when nothing moves any more.
      await inside
        .getByText(/assistant automatique|automatic assistant/)
        .first()
        .waitFor();
      await standsStill();
      const input = inside.locator('[data-id="webchat-sendbox-input"]');
      await input.fill(question);
      await input.press('Enter');
    },
    answer: (text) =>
      inside.locator('.webchat__basic-transcript .webchat__bubble:not(.webchat__bubble--from-user)', { hasText: text }),
  };
}
