/** The part of the Adaptive Cards schema (1.5) that the assistant uses. Texts are Markdown. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly lang: string;
  /** What a channel that cannot draw the card shows; what is read aloud is the activity's own. */
  readonly fallbackText: string;
  /** Teams asks the bot for the card again when one of these users looks at it. */
  readonly refresh?: { readonly action: ExecuteAction; readonly userIds: readonly string[] };
  readonly body: readonly CardElement[];
}

export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large';

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';
  readonly color?: 'Accent';
  readonly style?: 'heading';
  readonly spacing?: Spacing;
  readonly isSubtle?: boolean;
  readonly horizontalAlignment?: 'Right';
}

export interface Container {
  readonly type: 'Container';
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly selectAction?: SubmitAction;
  readonly items: readonly CardElement[];
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly {
    readonly type: 'Column';
    readonly width: 'stretch' | 'auto';
    readonly items: readonly CardElement[];
  }[];
}

export interface CardImage {
  readonly type: 'Image';
  readonly url: string;
  readonly altText: string;
  /** Its own size, and less where there is no room. */
  readonly size: 'Auto';
  readonly spacing?: Spacing;
}

/** Teams draws it itself; anything else shows the fallback. */
export interface TeamsChart {
  readonly type: 'Chart.HorizontalBar';
  readonly title: string;
  readonly displayMode: 'AbsoluteWithAxis';
  readonly data: readonly { readonly x: string; readonly y: number }[];
  readonly fallback: CardElement;
}

export interface CardTable {
  readonly type: 'Table';
  readonly columns: readonly { readonly width: number; readonly horizontalCellContentAlignment?: 'Right' }[];
  readonly firstRowAsHeader: boolean;
  readonly gridStyle: 'default';
  readonly showGridLines: boolean;
  readonly spacing?: Spacing;
  readonly rows: readonly {
    readonly type: 'TableRow';
    readonly cells: readonly { readonly type: 'TableCell'; readonly items: readonly CardElement[] }[];
  }[];
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly spacing?: Spacing;
  readonly actions: readonly Action[];
}

export interface ChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'filtered';
  readonly placeholder?: string;
  readonly isRequired?: true;
  /** What is said when nothing, or nothing of the list, was given. */
  readonly errorMessage?: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Teams asks the bot for the choices at each letter (`application/search`). */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly isMultiline: boolean;
  readonly maxLength: number;
}

export type CardElement =
  TextBlock | Container | ColumnSet | CardImage | TeamsChart | CardTable | ActionSet | ChoiceSet | TextInput;

export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title?: string;
  /** A text is sent as if the person had typed it (Web Chat); an object goes to the bot unseen. */
  readonly data: string | object;
  readonly associatedInputs?: 'auto' | 'none';
}

/** Teams answers it in place: what the bot gives back is drawn where the card stood. */
export interface ExecuteAction extends Pick<SubmitAction, 'title' | 'associatedInputs'> {
  readonly type: 'Action.Execute';
  readonly verb: string;
  readonly data: object;
  /** For a client that is too old for it. */
  readonly fallback?: SubmitAction;
}

export type Action =
  | SubmitAction
  | ExecuteAction
  | { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string }
  | {
      readonly type: 'Action.ShowCard';
      readonly title: string;
      readonly card: Pick<AdaptiveCard, 'type' | 'body'> & { readonly actions: readonly Action[] };
    };
