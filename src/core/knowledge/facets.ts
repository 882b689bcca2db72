import { waysOf } from '../model/disagreements';
import { isPublished } from '../model/project-fields';
import type { CallReference, Dispute } from '../model/question';
import { type Project, type Territory, FIELDS } from '../model/records';
import { post } from '../search/postings';

/** The theme and its parent; the body and all those above it or that it became; the place and all that hold it. */
export interface Hierarchies {
  readonly broaderThemes: ReadonlyMap<string, readonly string[]>;
  readonly broaderOrganisations: ReadonlyMap<string, readonly string[]>;
  readonly broaderTerritories: ReadonlyMap<string, readonly string[]>;
  readonly territoryById: ReadonlyMap<string, Territory>;
}

/** What a filter looks its projects up in, by what it asks for. */
export type Facets = Readonly<ReturnType<typeof createFacets>>;

/**
 * For each thing that a filter may ask for, the positions of the projects that have it, ascending. Hierarchies are unfolded once: a project
 * stands under its theme and the broader one, its body and those above. So a filter costs what it keeps, not the size of the base.
 */
export function createFacets(projects: readonly Project[], hierarchies: Hierarchies) {
  const { broaderThemes, broaderOrganisations, broaderTerritories, territoryById } = hierarchies;
  const above = (ids: readonly string[], broader: ReadonlyMap<string, readonly string[]>): readonly string[] =>
    ids.flatMap((id) => broader.get(id) ?? [id]);
  const isCountry = (id: string): boolean => territoryById.get(id)?.kind === 'country';
  const places = (id: string): readonly string[] =>
    isCountry(id) ? [id] : (broaderTerritories.get(id) ?? [id]).filter((place) => !isCountry(place));
  return {
    theme: post(projects, ({ themes }) => above(themes, broaderThemes)),
    beneficiary: post(projects, ({ beneficiaryIds }) => beneficiaryIds),
    carrier: post(projects, ({ carrierIds }) => above(carrierIds, broaderOrganisations)),
    /** Here and of the places: those of the project alone, without what is above them. */
    ownCarrier: post(projects, ({ carrierIds }) => carrierIds),
    /** Carriers and partners. */
    participant: post(projects, ({ carrierIds, partnerIds }) =>
      above([...carrierIds, ...partnerIds], broaderOrganisations),
    ),
    /** Partners that do not carry it themselves, nor by a body below them. */
    partner: post(projects, ({ carrierIds, partnerIds }) => {
      const carriers = new Set(above(carrierIds, broaderOrganisations));
      return above(partnerIds, broaderOrganisations).filter((id) => !carriers.has(id));
    }),
    /** Projects whose place lies in the one asked for; the country holds only those of the whole country. */
    territory: post(projects, ({ territories }) => territories.flatMap(places)),
    ownTerritory: post(projects, ({ territories }) => territories),
    /** Keys: "number", "number/session" or a scheme. */
    call: post(projects, ({ call }) => callKeys(call)),
    year: post(projects, (project) => [yearOf(project) ?? []].flat().map(String)),
    /** Keys: the fields of which the sources give something. */
    published: post(projects, (project) => FIELDS.filter((field) => isPublished(project, field))),
    /** Keys: `disputeKey`. */
    disputed: post(projects, (project) =>
      waysOf(project).flatMap(({ field, way }) => [disputeKey({ field, way }), disputeKey({ field: null, way })]),
    ),
  };
}

export function disputeKey({ field, way }: Dispute): string {
  return field === null ? way : `${way}/${field}`;
}

/** The keys of `Facets.call` under which a project of a call stands. */
export function callKeys({ number, session, scheme }: CallReference): readonly string[] {
  return [
    ...(number === null ? [] : [String(number)]),
    ...(number === null || session === null ? [] : [`${number}/${session}`]),
    ...(scheme === null ? [] : [scheme]),
  ];
}

/** The day, month or year of the announcement, or else the year that the label of the call gives. */
export function announcedOn({ call: { announced, label } }: Project): string | null {
  return announced ?? /\b(20\d\d)\b/.exec(label)?.[1] ?? null;
}

export function yearOf(project: Project): number | null {
  const announced = announcedOn(project);
  return announced === null ? null : Number(announced.slice(0, 4));
}
