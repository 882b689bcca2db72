/** What people read of the assistant in Teams before they talk to it: its card in the catalogue, the commands it suggests, its search. */
export interface TeamsAppMessages {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  /** Suggested when one is alone with the assistant. */
  readonly personalCommands: readonly TeamsCommand[];
  /** Suggested after its name in a channel or a group. */
  readonly sharedCommands: readonly TeamsCommand[];
  /** The search in the box where one writes a message. */
  readonly search: TeamsCommand & { readonly parameter: TeamsCommand };
}

export interface TeamsCommand {
  /** Of a command: what is written and sent to the assistant when it is chosen, so the assistant must understand it. */
  readonly title: string;
  readonly description: string;
}
