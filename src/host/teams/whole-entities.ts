import { ConnectorMappers } from 'botframework-connector/lib/connectorApi/connectorClient';

/**
 * Lets the SDK send entities as they are. Its own description of one knows `type`, `text` and `mentioned`, and its serializer
 * drops every other key without a word: of a citation only the type would reach Teams. Done to the SDK itself, once for all.
 */
export function sendWholeEntities(): void {
  Object.assign(ConnectorMappers.Entity.type, { additionalProperties: { type: { name: 'any' } } });
}
