import {
  AdaptiveCard,
  CardObject,
  HostConfig,
  type IValidationEvent,
  SerializationContext,
  ValidationEvent,
  Version,
  Versions,
} from 'adaptivecards/dist/adaptivecards.min.js';

/**
 * What the official renderer reports when it reads the card as a host of 1.5, or of the card's own version when that is
 * lower: unknown elements, values that it refuses, properties of a later version, inputs without id. It passes over
 * properties that it does not know and turns numbers into texts, which is why the schema comes first.
 */
export function sdkProblems(card: Readonly<Record<string, unknown>>): readonly string[] {
  const context = new SerializationContext(versionOf(card.version));
  const read = new AdaptiveCard();
  // How many buttons are shown at once is the host's affair, and no fault of the card.
  read.hostConfig = new HostConfig({ actions: { maxActions: Number.MAX_SAFE_INTEGER } });
  read.parse({ ...card }, context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...parsed, ...read.validateProperties().validationEvents]
    .filter((event) => !isLanguage(event) && !isTypeahead(event))
    .map(({ source, message }) => `${source instanceof CardObject ? source.getJsonTypeName() : 'card'}: ${message}`);
}

/** The renderer refuses every second language that it reads: its pattern remembers where the last search ended. */
function isLanguage({ event, message }: IValidationEvent): boolean {
  return event === ValidationEvent.InvalidPropertyValue && message.endsWith('property "lang".');
}

/** Teams reads this one property of 1.6 in cards of 1.5, which its documentation shows; every other renderer passes over it. */
function isTypeahead({ event, message }: IValidationEvent): boolean {
  return event === ValidationEvent.UnsupportedProperty && message.startsWith('Property "choices.data" ');
}

function versionOf(declared: unknown): Version {
  const version = typeof declared === 'string' ? Version.parse(declared, new SerializationContext()) : undefined;
  return version !== undefined && version.compareTo(Versions.v1_5) < 0 ? version : Versions.v1_5;
}
