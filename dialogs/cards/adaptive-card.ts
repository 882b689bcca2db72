/** The part of the Adaptive Cards schema (1.5) that the assistant uses. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: string;
  readonly lang: string;
  readonly body: readonly CardElement[];
}

export interface CardElement {
  readonly type: 'TextBlock';
  /** Markdown. */
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly size?: 'Medium';
  readonly spacing?: 'Small' | 'Medium';
  readonly isSubtle?: boolean;
}
