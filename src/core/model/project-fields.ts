import type { Locale } from '../language/locale';
import { type Conflict, type Field, FIELDS, type Project, type Source } from './records';

/** The fields that are sums of money, in M€. */
export const AMOUNT_FIELDS = ['savings', 'funding', 'cost'] as const;
/** Where no one says which. */
export const LIKELIEST_FIRST = ['funding', 'cost', 'savings'] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** What both amounts tell together: the part of its cost that the fund pays, 0 to 1, and what it leaves, M€. */
export const MADE_OF_BOTH = ['share', 'rest'] as const;
/** What sets are bounded and ranked by. */
export const MEASURES = [...AMOUNT_FIELDS, ...MADE_OF_BOTH] as const;
export type Measure = (typeof MEASURES)[number];
export type MadeOfBoth = (typeof MADE_OF_BOTH)[number];

export function isMadeOfBoth(field: string | undefined): field is MadeOfBoth {
  return MADE_OF_BOTH.some((one) => one === field);
}

/** What the sources give under a field, by the kind of it. */
type Held =
  /** M€; null here and below: no source gives it. `nature`: what the amount is, where those of one field may differ. */
  | {
      readonly kind: 'amount';
      readonly of: (project: Project) => number | null;
      readonly nature?: (project: Project) => SavingsNature;
      /** The sources give no more than a minimum. */
      readonly isFloor?: (project: Project) => boolean;
    }
  /** In the words of the sources, French. */
  | { readonly kind: 'text'; readonly of: (project: Project) => string | null }
  | { readonly kind: 'texts'; readonly of: (project: Project) => readonly string[] }
  /** The same, and the ids of those of whom it speaks: other languages have their labels. */
  | {
      readonly kind: 'publics';
      readonly of: (project: Project) => readonly string[];
      readonly ids: (project: Project) => readonly string[];
    }
  | { readonly kind: 'translated'; readonly of: (project: Project) => Readonly<Record<Locale, string | null>> }
  /** Ids of other records; the note says what they leave out. */
  | { readonly kind: 'themes' | 'territories'; readonly of: (project: Project) => readonly string[] }
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  | { readonly kind: 'date'; readonly of: (project: Project) => string | null }
  | { readonly kind: 'call'; readonly of: (project: Project) => Project['call'] }
  | { readonly kind: 'sources'; readonly of: (project: Project) => readonly Source[] };

/** What an amount is beyond its sum: expected or seen, over which time, how reckoned. */
export type SavingsNature = Project['expectedSavings'];

export type ProjectField = Held & {
  /** What the record notes beside it. */
  readonly note?: (project: Project) => Readonly<Record<Locale, string | null>>;
  /** One of the key figures, on the record and in comparisons of everything. */
  readonly isKey?: true;
  /** A column of a file only where the question asks for it. */
  readonly isInFileWhenAsked?: true;
  /** A field that tells it too, its note included. */
  readonly within?: Field;
};

type AmountHeld = Extract<ProjectField, { kind: 'amount' }>;

/**
 * All that can be asked about a project, in the order in which it is shown: from here it is said, compared, exported and followed for
 * changes. A source backs the fields that its `backs` names, a conflict bears on those of its `about`.
 */
export const PROJECT_FIELDS: Readonly<Record<AmountField, AmountHeld> & Record<Field, ProjectField>> = {
  summary: {
    kind: 'translated',
    of: ({ summaryFr, summaryEn }) => ({ fr: summaryFr, en: summaryEn }),
    isInFileWhenAsked: true,
  },
  carrier: {
    kind: 'text',
    of: ({ carrier }) => carrier,
    note: ({ carrierNote, carrierNoteEn }) => ({ fr: carrierNote, en: carrierNoteEn }),
    isKey: true,
  },
  partners: { kind: 'texts', of: ({ partners }) => partners, isInFileWhenAsked: true },
  call: { kind: 'call', of: ({ call }) => call, note: ({ call }) => ({ fr: call.note, en: call.noteEn }), isKey: true },
  date: {
    kind: 'date',
    of: ({ call }) => call.announced,
    note: ({ call }) => ({ fr: call.note, en: call.noteEn }),
    within: 'call',
  },
  territory: {
    kind: 'territories',
    of: ({ territories }) => territories,
    note: ({ territoryNote, territoryNoteEn }) => ({ fr: territoryNote, en: territoryNoteEn }),
  },
  themes: { kind: 'themes', of: ({ themes }) => themes },
  beneficiaries: {
    kind: 'publics',
    of: ({ beneficiaries }) => beneficiaries,
    ids: ({ beneficiaryIds }) => beneficiaryIds,
    isInFileWhenAsked: true,
  },
  funding: {
    kind: 'amount',
    of: ({ ftapFundingMEUR }) => ftapFundingMEUR,
    isFloor: ({ ftapFundingBound }) => ftapFundingBound === 'at-least',
    note: ({ ftapFundingNote, ftapFundingNoteEn }) => ({ fr: ftapFundingNote, en: ftapFundingNoteEn }),
    isKey: true,
  },
  cost: {
    kind: 'amount',
    of: ({ totalCostMEUR }) => totalCostMEUR,
    note: ({ totalCostNote, totalCostNoteEn }) => ({ fr: totalCostNote, en: totalCostNoteEn }),
    isKey: true,
  },
  savings: {
    kind: 'amount',
    of: ({ expectedSavings }) => expectedSavings.amountMEUR,
    nature: ({ expectedSavings }) => expectedSavings,
    note: ({ expectedSavings }) => ({ fr: expectedSavings.note, en: expectedSavings.noteEn }),
    isKey: true,
  },
  status: { kind: 'translated', of: ({ statusFr, statusEn }) => ({ fr: statusFr, en: statusEn }) },
  sources: { kind: 'sources', of: ({ sources }) => sources },
};

/** The fields as they are shown: the order of the table. */
export const SHOWN_FIELDS: readonly Field[] = Object.keys(PROJECT_FIELDS).flatMap((id) =>
  FIELDS.filter((field) => field === id),
);

export const KEY_FIELDS: readonly Field[] = SHOWN_FIELDS.filter((field) => PROJECT_FIELDS[field].isKey);

export function isAmountField(field: Field | Measure | null): field is AmountField {
  return AMOUNT_FIELDS.some((one) => one === field);
}

/** The amount in M€, or null where no source gives it. */
export function amountOf(project: Project, field: AmountField): number | null {
  return PROJECT_FIELDS[field].of(project);
}

/** Whether the amount is no more than a minimum; what is no amount is none. */
export function isFloorOf(project: Project | undefined, field: Field | null): boolean {
  return project !== undefined && isAmountField(field) && PROJECT_FIELDS[field].isFloor?.(project) === true;
}

/** What the amount is beyond its sum; null where all amounts of the field are alike. */
export function natureOf(project: Project, field: AmountField): SavingsNature | null {
  return PROJECT_FIELDS[field].nature?.(project) ?? null;
}

/** What the fund gives a project is not what it costs, and is often said to be. */
export const OTHER_SIDE = { funding: 'cost', cost: 'funding' } as const;

/** Whether all amounts of a field may be added and ranked together. */
export function areAllAlike(field: AmountField): boolean {
  return PROJECT_FIELDS[field].nature === undefined;
}

/** What an amount is, so that only like ones are added or ranked: a total over four years is no yearly gain, a revised forecast no first one, a net gain no gross one. */
export function likenessOf(project: Project, field: AmountField): string {
  const told = natureOf(project, field);
  if (told === null) return field;
  const kind = `${field}:${told.nature ?? 'not-stated'}:${told.period ?? 'not-stated'}`;
  return told.measure === undefined ? kind : `${kind}:${told.measure}`;
}

/** What an amount is, as people of a language read it. */
export function natureIn(
  { horizonEn: horizon, basisEn: basis, noteEn: note, ...inFrench }: SavingsNature,
  locale: Locale,
): Omit<SavingsNature, 'horizonEn' | 'basisEn' | 'noteEn'> {
  return locale === 'fr' ? inFrench : { ...inFrench, horizon, basis, note };
}

/** What the record notes beside a field. */
export function noteBeside(project: Project, field: Field, locale: Locale): string | null {
  return PROJECT_FIELDS[field].note?.(project)[locale] ?? null;
}

/** Whether the sources give anything for a field. */
export function isPublished(project: Project, field: Field): boolean {
  const held = PROJECT_FIELDS[field];
  switch (held.kind) {
    case 'amount':
    case 'text':
    case 'date':
      return held.of(project) !== null;
    case 'translated':
      return held.of(project).fr !== null;
    case 'texts':
    case 'publics':
    case 'themes':
    case 'territories':
      return held.of(project).length > 0;
    case 'call':
      return held.of(project).confidence !== 'undetermined';
    case 'sources':
      return true;
  }
}

/** All that people of a language read under a field, notes and doubts included. */
export function readUnder(project: Project, field: Field, locale: Locale): readonly unknown[] {
  const held = PROJECT_FIELDS[field];
  switch (held.kind) {
    case 'amount': {
      const told = held.nature?.(project);
      return [held.of(project), told && natureIn(told, locale), noteBeside(project, field, locale)];
    }
    case 'translated':
      return [held.of(project)[locale]];
    case 'call':
      return [{ ...held.of(project), announced: null, ...NO_NOTE }, noteBeside(project, field, locale)];
    case 'date':
      return [held.of(project)];
    case 'sources':
      return [
        project.confidence,
        project.sources.map(({ backs: _backs, ...source }) => source),
        project.conflicts.map((conflict) => ({ ...conflictIn(conflict, locale), about: null })),
      ];
    case 'text':
    case 'texts':
    case 'publics':
    case 'themes':
      return [held.of(project), noteBeside(project, field, locale)];
    case 'territories':
      return [held.of(project), noteBeside(project, field, locale) ?? project.exceptTerritories];
  }
}

/** In the place of the notes of both languages, where the one that is read stands apart. */
const NO_NOTE = { note: null, noteEn: null };

/** The sources that back a field of a project, those that give another figure of it last; all of them when none is known to. */
export function sourcesOf(project: Project, field: Field): readonly Source[] {
  const { sources } = project;
  const backing = sources.filter(({ backs }) => backs.includes(field));
  const found = backing.length > 0 ? backing : sources;
  if (!isAmountField(field)) return found;
  const figures = conflictsOn(project, field).flatMap(({ valueA, sourceA, valueB, sourceB }) => [
    { value: valueA, from: sourceA },
    { value: valueB, from: sourceB },
  ]);
  const isOther = ({ name }: Source): boolean => {
    const own = figures.filter(({ from }) => from.startsWith(name));
    return own.length > 0 && own.every(({ value }) => typeof value === 'number' && value !== amountOf(project, field));
  };
  return [...found.filter((source) => !isOther(source)), ...found.filter(isOther)];
}

/** The latest date of some sources, as exact as it is known: YYYY, YYYY-MM or YYYY-MM-DD; null where none has one. */
export function latestDate(sources: readonly Source[]): string | null {
  return sources.reduce<string | null>((latest, { date }) => ((date ?? '') > (latest ?? '') ? date : latest), null);
}

/** The conflicts that bear on a field; on the sources all do. */
export function conflictsOn({ conflicts }: Project, field: Field): readonly Conflict[] {
  return field === 'sources' ? conflicts : conflicts.filter(({ about }) => about.includes(field));
}

/** A disagreement in one language. */
export type ToldConflict = Omit<Conflict, 'whatEn' | 'valueAEn' | 'valueBEn'>;

/** A disagreement as people of a language read it; a figure is the same in any. */
export function conflictIn({ whatEn, valueAEn, valueBEn, ...inFrench }: Conflict, locale: Locale): ToldConflict {
  const { valueA, valueB } = inFrench;
  return locale === 'fr'
    ? inFrench
    : { ...inFrench, what: whatEn, valueA: valueAEn ?? valueA, valueB: valueBEn ?? valueB };
}

/** The part of its cost that the fund pays, 0 to 1; null where one is not known. More than the whole would be a fault of the sources, and is not said. */
export function shareOfCost(project: Project | undefined): number | null {
  const { ftapFundingMEUR: funding = null, totalCostMEUR: cost = null } = project ?? {};
  return funding === null || cost === null || cost === 0 || funding > cost ? null : funding / cost;
}

/** What is measured of a project, in M€ or as a part; null where no source gives it, or what it is made of. */
export function measureOf(project: Project, field: Measure): number | null {
  if (!isMadeOfBoth(field)) return amountOf(project, field);
  const share = shareOfCost(project);
  return share === null || field === 'share' ? share : (project.totalCostMEUR ?? 0) - (project.ftapFundingMEUR ?? 0);
}
