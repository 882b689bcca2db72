/** Under which the turns of one conversation wait for each other. */
export function turnKey(channelId: string | undefined, conversationId: string | undefined): string {
  return `${channelId ?? ''}/${conversationId ?? ''}`;
}
