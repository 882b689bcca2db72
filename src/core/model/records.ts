import { z } from 'zod';

/** What a schema reads, for those who may not change it. */
export type Unchanging<Read> = unknown extends Read
  ? Read
  : Read extends string | number | boolean | null | undefined
    ? Read
    : { readonly [Key in keyof Read]: Unchanging<Read[Key]> };

/** What can be asked about one project. */
export const FIELDS = [
  'summary',
  'savings',
  'funding',
  'cost',
  'carrier',
  'partners',
  'call',
  'date',
  'territory',
  'themes',
  'beneficiaries',
  'status',
  'sources',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * The shape of each file in data/. Every object is strict: an unknown key is a mistake of the editor, said at start.
 * Amounts are millions of euros (M€) under names that end in MEUR; null means "no source we read gives it", never zero.
 * A text under a name that ends in En is that of the name before it, in English: where there is one, there is the other.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id');
const text = z.string().trim().min(1, 'a text that is not empty');
const nullableText = text.nullable();
/** Above it an amount of one project is in euros or in thousands: the fund had 700 M€ for all. */
const MOST_OF_A_PROJECT_MEUR = 1000;
/** The same of a call: all that was asked for at the greatest was 2,310 M€. */
const MOST_OF_A_CALL_MEUR = 5000;
const amountMEUR = (most: number) => z.number().positive('an amount').max(most, 'an amount in millions').nullable();
const projectMEUR = amountMEUR(MOST_OF_A_PROJECT_MEUR);
const callMEUR = amountMEUR(MOST_OF_A_CALL_MEUR);
const whole = z.number().int('int');
const oneAtLeast = 'one at least';
/** A day, a month or a year. */
export const dateText = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/, 'a date')
  .refine(isOfTheCalendar, 'a day of the calendar');
const confidence = z.enum(['high', 'medium', 'low']);
const bilingual = z.strictObject({ fr: text, en: text });
const termsByLanguage = z.strictObject({ fr: z.array(text), en: z.array(text) });

/** Where editors find the schema of the file, for completion; `npm run -s knowledge -- schemas` writes it. */
const $schema = z.string().optional();

const fields = z.array(z.enum(FIELDS));

export const sourceSchema = z.strictObject({
  name: text,
  url: z.url({ protocol: /^https?$/, error: 'an address' }).nullable(),
  date: dateText.nullable(),
  /** What this source backs, in French. */
  supports: text,
});

const projectSource = z.strictObject({
  ...sourceSchema.shape,
  /** The fields of the project that it backs. Of a field that no source backs all of them are cited. */
  backs: fields,
});

export const conflictSchema = z.strictObject({
  /** The fields of a project that it bears on, the one that it is about first; empty where it is about none. */
  about: fields,
  /** What it is about where the field does not say it. */
  what: nullableText,
  whatEn: nullableText,
  valueA: z.union([text, z.number()], 'a text or a number'),
  /** Null beside a number. */
  valueAEn: nullableText,
  sourceA: text,
  valueB: z.union([text, z.number()], 'a text or a number'),
  valueBEn: nullableText,
  sourceB: text,
});

const expectedSavings = z.strictObject({
  amountMEUR: projectMEUR,
  /** What the amount is: a forecast, a forecast that was revised since, or a gain already seen. Null with a null amount. */
  nature: z.enum(['expected', 'revised', 'realised']).nullable(),
  /** What it covers: four years in all, one year, or not stated. Amounts of unlike nature or period are never added. */
  period: z.enum(['four-years', 'one-year', 'not-stated']).nullable(),
  /** How it was reckoned, where the source says so: what is left once the investment is paid, or as much as was invested. Added to its own kind only. */
  measure: z.enum(['net', 'as-invested']).optional(),
  horizon: nullableText,
  horizonEn: nullableText,
  basis: nullableText,
  basisEn: nullableText,
  note: nullableText,
  noteEn: nullableText,
});

const project = z.strictObject({
  id,
  name: text,
  nameNote: nullableText,
  nameNoteEn: nullableText,
  otherNames: z.array(text),
  call: z.strictObject({
    number: whole.positive('a number from 1').nullable(),
    /** Session of the call, when it had several and the sources say which. */
    session: whole.positive('a number from 1').nullable(),
    /** A selection outside the numbered calls: the second fund, the windows of the DINUM, a contract. */
    scheme: z.enum(['ftap2', 'windows', 'contract']).nullable(),
    label: text,
    announced: dateText.nullable(),
    confidence: z.enum(['sourced', 'deduced', 'undetermined']),
    note: nullableText,
    noteEn: nullableText,
  }),
  carrier: nullableText,
  carrierNote: nullableText,
  carrierNoteEn: nullableText,
  /** Ids in organisations.json for the carrier text. */
  carrierIds: z.array(id),
  partners: z.array(text),
  /** Ids in organisations.json for the partners that are listed there. */
  partnerIds: z.array(id),
  /** Ids in themes.json. */
  themes: z.array(id).min(1, oneAtLeast),
  /** Ids in territories.json; empty = not tied to a place in the sources. */
  territories: z.array(id),
  /** Places within those that it leaves out: France without French Guiana. */
  exceptTerritories: z.array(id).optional(),
  /** The words of the sources where they say more than the ids: "France entière sauf Guyane". */
  territoryNote: nullableText,
  territoryNoteEn: nullableText,
  /** Who benefits, in the words of the sources. */
  beneficiaries: z.array(text),
  /** Ids in beneficiaries.json. */
  beneficiaryIds: z.array(id),
  summaryFr: text,
  summaryEn: text,
  ftapFundingMEUR: projectMEUR,
  /** Where the sources give no more than a minimum: "plus de 30 M€". */
  ftapFundingBound: z.enum(['at-least']).optional(),
  ftapFundingNote: nullableText,
  ftapFundingNoteEn: nullableText,
  totalCostMEUR: projectMEUR,
  totalCostNote: nullableText,
  totalCostNoteEn: nullableText,
  expectedSavings,
  statusFr: nullableText,
  statusEn: nullableText,
  /** When it was to be ready, and, of a calendar that was put back, when it was then to be, or was. */
  plannedFor: dateText.optional(),
  movedTo: dateText.optional(),
  confidence,
  conflicts: z.array(z.strictObject({ ...conflictSchema.shape, about: fields.min(1, oneAtLeast) })),
  sources: z.array(projectSource).min(1, oneAtLeast),
  /** Ways in which people ask for it without its title's words; never a claim of fact. */
  wordings: termsByLanguage,
  /** Words that people use around the subject: the problem, the people, the things, the tool. */
  words: termsByLanguage,
});

/** A project without the ways in which people ask for it: all that they can read of it. */
export const readableProject = project.omit({ wordings: true, words: true });

const fileMeta = z.strictObject({
  title: text,
  language: z.array(z.enum(['fr', 'en'])),
  units: text,
  nullMeaning: text,
  method: text,
  compiled: dateText.nullable(),
});

const figure = z.strictObject({
  /**
   * One of its kind in its fact; the same as of other facts, with its year, call or session, for the same thing of these: "paid2020", "fundingSession1";
   * where it is of more than the fund, "paidOfProgramme2022".
   */
  key: text,
  /** Millions of euros, percent, or the number of what `fr` and `en` begin with. */
  value: z.number(),
  unit: z.enum(['MEUR', 'percent', 'number']),
  /** What it is, to be read after it and understood by itself: « demandés au fonds par les candidats du premier appel ». */
  fr: text,
  en: text,
});

const programmeFact = z.strictObject({
  id,
  topic: text,
  questionFr: text,
  answerFr: text,
  questionEn: text,
  answerEn: text,
  /** The figures of the answer, the one that its question asks for first. */
  figures: z.array(figure),
  /** Figures that answer « combien au total ? » for the whole fund: the key of the figure, what it is in words, which of the sources gives it. */
  tellsTotal: z
    .array(
      z.strictObject({
        field: z.enum(['savings', 'funding', 'cost', 'projects']),
        figure: text,
        fr: text,
        en: text,
        source: text,
      }),
    )
    .optional(),
  /** It tells why the base does not hold all: told to who asks for the others of a call, and why there are so few. */
  explains: z.enum(['coverage']).optional(),
  confidence,
  conflicts: z.array(conflictSchema),
  sources: z.array(sourceSchema).min(1, oneAtLeast),
  wordings: termsByLanguage,
  /** Words that people use around the subject: the problem, the people, the things, the tool. */
  words: termsByLanguage,
});

const call = z.strictObject({
  id,
  number: whole.positive('a number from 1').nullable(),
  label: text,
  launched: dateText.nullable(),
  closed: dateText.nullable(),
  announced: dateText.nullable(),
  applications: whole.nonnegative('int').nullable(),
  projectsTotalMEUR: callMEUR,
  requestedMEUR: callMEUR,
  winners: whole.nonnegative('int').nullable(),
  winnersNote: nullableText,
  fundingMEUR: callMEUR,
  fundingNote: nullableText,
  sources: z.array(sourceSchema).min(1, oneAtLeast),
});

const theme = z.strictObject({
  id,
  /** Id of the broader theme; null for a theme of the first level. Two levels, no more. */
  parent: id.nullable(),
  label: bilingual,
  synonyms: termsByLanguage,
  wordings: termsByLanguage,
});

const organisation = z.strictObject({
  id,
  name: bilingual,
  acronyms: z.array(text),
  /** Other ways to say it, French or English: nicknames, short forms, former names. */
  nicknames: z.array(text),
  /** Id of the body above it, or of the body that took its place. */
  parent: id.nullable(),
  /** Id of the body that it became; null while it exists under this name. */
  becameId: id.nullable(),
});

const territory = z.strictObject({
  id,
  kind: z.enum(['country', 'region', 'department']),
  name: bilingual,
  /** INSEE code; null for the country. */
  code: z
    .string()
    .regex(/^(\d{2,3}|2[AB])$/, 'an Insee code')
    .nullable(),
  synonyms: z.array(text),
  /** Id of the region of a department, of the country of a region. */
  parent: id.nullable(),
});

const beneficiary = z.strictObject({
  id,
  label: bilingual,
  /** Names of the people concerned, feminine and masculine, French and English. */
  synonyms: termsByLanguage,
});

/** The shape of a record of each file. */
export const RECORD_SHAPES = {
  'projects.json': project,
  'programme.json': programmeFact,
  'calls.json': call,
  'themes.json': theme,
  'organisations.json': organisation,
  'territories.json': territory,
  'beneficiaries.json': beneficiary,
};

/** The shape of each file of records. */
export const RECORD_SCHEMAS = {
  'projects.json': z.strictObject({ $schema, meta: fileMeta, projects: z.array(project).min(1, oneAtLeast) }),
  'programme.json': z.strictObject({ $schema, meta: fileMeta, facts: z.array(programmeFact).min(1, oneAtLeast) }),
  'calls.json': z.strictObject({ $schema, calls: z.array(call).min(1, oneAtLeast) }),
  'themes.json': z.strictObject({ $schema, themes: z.array(theme).min(1, oneAtLeast) }),
  'organisations.json': z.strictObject({ $schema, organisations: z.array(organisation).min(1, oneAtLeast) }),
  'territories.json': z.strictObject({ $schema, territories: z.array(territory).min(1, oneAtLeast) }),
  'beneficiaries.json': z.strictObject({ $schema, beneficiaries: z.array(beneficiary).min(1, oneAtLeast) }),
};

export type Project = Readonly<z.infer<typeof project>>;
export type ProgrammeFact = Readonly<z.infer<typeof programmeFact>>;
export type FundFigure = Readonly<z.infer<typeof figure>>;
export type Call = Readonly<z.infer<typeof call>>;
export type Theme = Readonly<z.infer<typeof theme>>;
export type Organisation = Readonly<z.infer<typeof organisation>>;
export type Territory = Readonly<z.infer<typeof territory>>;
export type Beneficiary = Readonly<z.infer<typeof beneficiary>>;
export type Source = Readonly<z.infer<typeof sourceSchema>>;
export type Conflict = Unchanging<z.infer<typeof conflictSchema>>;

/** Whether a date with a day is one: the 31 February is none. */
function isOfTheCalendar(date: string): boolean {
  const day = new Date(date);
  return date.length < 'yyyy-mm-dd'.length || (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(date));
}
