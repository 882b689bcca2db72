import { z } from 'zod';
import { type Project, readableProject } from '../model/records';

/** Raised when the shape of a project changes in a way that older states cannot be read as. */
const FORMAT = 3;

/** The keys that may be empty: those that came in since a base was kept are so in it. */
const EMPTY = Object.fromEntries(
  Object.entries(readableProject.shape).flatMap(([key, schema]) =>
    schema.safeParse(null).success ? [[key, null]] : [],
  ),
);
const keptProject = z.preprocess(
  (stored) => (typeof stored === 'object' ? { ...EMPTY, ...stored } : stored),
  readableProject,
);
const keptSchema = z.strictObject({ format: z.literal(FORMAT), projects: z.array(keptProject) });

/** What is kept of the projects of a base, to tell later what changed: plain JSON, without the ways of asking for them. */
export function keptOf(projects: readonly Project[]): z.infer<typeof keptSchema> {
  return { format: FORMAT, projects: projects.map(({ wordings: _wordings, words: _words, ...project }) => project) };
}

/** The projects that were kept; null for what this version of the program cannot read. */
export function parseKept(stored: unknown): readonly Project[] | null {
  const { data } = keptSchema.safeParse(stored);
  return data?.projects.map((project) => ({ ...project, wordings: NO_TERMS, words: NO_TERMS })) ?? null;
}

const NO_TERMS: Project['words'] = { fr: [], en: [] };
