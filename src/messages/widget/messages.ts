/** The words of the widget's frame. */
export interface WidgetMessages {
  readonly title: string;
  readonly close: string;
  readonly renew: string;
  readonly notice: string;
  /** What it is, what is kept and for how long: a paragraph each. */
  readonly about: readonly string[];
  readonly forget: string;
  readonly accessibility: string;
  readonly plain: string;
  readonly withoutScript: string;
  readonly opening: string;
}
