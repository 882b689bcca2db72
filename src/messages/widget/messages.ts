/** The words of the screen on which people talk with the assistant: its own page, and the widget's frame. */
export interface WidgetMessages {
  readonly title: string;
  /** What the page is, where others link to it. */
  readonly description: string;
  readonly skip: string;
  readonly close: string;
  readonly renew: string;
  /** Name of what unfolds the notice. */
  readonly notice: string;
  /** What it can be asked, how it answers, what is kept and for how long: paragraphs under a heading each. */
  readonly about: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly forget: string;
  readonly plain: string;
  readonly otherLanguage: string;
  readonly placeholder: string;
  readonly send: string;
  readonly examples: string;
  readonly opening: string;
}
