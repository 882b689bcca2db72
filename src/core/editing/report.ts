import type { Records } from '../knowledge/knowledge-base';
import { foldedText } from '../language/fold';
import { AMOUNT_FIELDS, amountOf, isPublished, latestDate, SHOWN_FIELDS } from '../model/project-fields';
import { grouped } from '../search/postings';
import { keyOf, termLists, themesOfNone } from './doubts';

/** How the base fares, for those who keep it. Records are named by their ids. */
export type KnowledgeReport = ReturnType<typeof reportOn>;

/** Older than that, a figure has been revised more often than not. */
const STALE_YEARS = 3;

/**
 * @param questions those without an answer, as they were asked
 * @param today YYYY-MM-DD
 */
export function reportOn(records: Records, questions: readonly string[], today: string) {
  const { projects, beneficiaries } = records;
  const served = new Set(projects.flatMap(({ beneficiaryIds }) => beneficiaryIds));
  const staleBefore = String(Number(today.slice(0, 4)) - STALE_YEARS) + today.slice(4);
  return {
    projects: projects.length,
    /** Of how many projects the sources give each field. */
    coverage: SHOWN_FIELDS.map((field) => ({
      field,
      known: projects.filter((project) => isPublished(project, field)).length,
    })),
    /** Projects whose latest dated source is old, the oldest first; null where no source has a date. */
    stale: projects
      .map(({ id, sources }) => ({ id, latest: latestDate(sources) }))
      .filter(({ latest }) => latest === null || latest < staleBefore.slice(0, latest.length))
      .sort((a, b) => ((a.latest ?? '') < (b.latest ?? '') ? -1 : 1)),
    /** Sources that disagree, and on what. */
    conflicts: projects.flatMap(({ id, conflicts }) => conflicts.map(({ about }) => ({ id, about }))),
    /** Amounts that no source of the record says that it backs. */
    unsourced: unsourcedAmounts(projects),
    /** Terms that are read as another of the same record ("prisons" beside "prison"), so that they do nothing. */
    idle: termLists(records).flatMap(({ file, terms }) =>
      terms.flatMap(({ id, texts }) => {
        const own = [...new Set(texts)];
        const keys = own.map((text) => keyOf(file, text));
        const repeated = own.filter((_, at) => keys.indexOf(keys[at] ?? '') < at);
        return repeated.length === 0 ? [] : [{ file, id, terms: repeated }];
      }),
    ),
    /** Themes and publics that no project has, nor any project of a narrower theme: their terms find nothing. */
    empty: [
      ...themesOfNone(records).map(({ id }) => ({ file: 'themes.json' as const, id })),
      ...beneficiaries.flatMap(({ id }) => (served.has(id) ? [] : { file: 'beneficiaries.json' as const, id })),
    ],
    /** Questions without an answer, the most frequent first; those that differ by case, accents or signs are one. */
    unanswered: [...grouped(questions, (question) => [foldedText(question)]).values()]
      .map(([question = '', ...others]) => ({ question, times: others.length + 1 }))
      .sort((a, b) => b.times - a.times),
  };
}

export function unsourcedAmounts(projects: Records['projects']) {
  return projects.flatMap((project) =>
    AMOUNT_FIELDS.filter(
      (field) => amountOf(project, field) !== null && !project.sources.some(({ backs }) => backs.includes(field)),
    ).map((field) => ({ id: project.id, field })),
  );
}
