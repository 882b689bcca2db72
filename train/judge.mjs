/** What the contract of the question sets wants of an answer, without its text: the same as test/questions/judge.ts, for the slots of a decision. */

const asList = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** An answer as the expectations name its parts. */
function partsOf(answer) {
  const told = answer.kind === 'smalltalk' && answer.again ? answer.again : answer;
  const projects =
    told.kind === 'fact'
      ? [told.project]
      : told.kind === 'clarify'
        ? told.candidates
        : told.kind === 'unknown'
          ? [told.lackingIn].flatMap((id) => id ?? [])
          : 'projects' in told
            ? told.projects
            : [];
  const value =
    told.kind === 'aggregate'
      ? told.value
      : told.kind === 'compare'
        ? told.difference
        : told.kind === 'fact'
          ? told.valueMEUR
          : null;
  const field = told.kind === 'list' ? (told.sort?.field ?? told.show[0] ?? null) : 'field' in told ? told.field : null;
  return { kind: answer.kind, projects, value, field, facts: told.kind === 'programme' ? told.facts : [] };
}

/** Whether an expectation says anything of these parts. */
export function isStructural(expect) {
  return ['projects', 'include', 'exclude', 'value', 'first', 'facts'].some((key) => key in expect);
}

/** True when all that the expectation says of them holds; `text` gives the answer's text where it is asked for. */
export function meets(expect, answer, text) {
  const { kind, projects, value, field, facts } = partsOf(answer);
  const has = (id) => projects.includes(id);
  const near = (wanted) =>
    wanted === null || value === null ? wanted === value : Math.abs(wanted - value) <= 0.05 + 1e-9;
  if (expect.kind !== undefined && !asList(expect.kind).includes(kind)) return false;
  if (expect.field !== undefined && ![expect.field].flat().includes(field)) return false;
  if ('value' in expect && !(expect.value === null ? [null] : asList(expect.value)).some(near)) return false;
  if (expect.projects && !(expect.projects.every(has) && projects.every((id) => expect.projects.includes(id))))
    return false;
  if (expect.include && !expect.include.every(has)) return false;
  if (expect.exclude?.some(has)) return false;
  if (expect.first !== undefined && projects[0] !== expect.first) return false;
  if (expect.facts !== undefined && !asList(expect.facts).some((id) => facts.includes(id))) return false;
  if (text === null) return true;
  const said = fold(text());
  if (!asList(expect.text).every((part) => said.includes(fold(part)))) return false;
  return expect.noAmount !== true || !SUM_OF_MONEY.test(said);
}

const SUM_OF_MONEY = /\d[\d\s.,]*\s?(?:m€|md€|€|millions?|milliards?|euros?)|€\s?\d/;

function fold(text) {
  return String(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\s  ]+/g, ' ')
    .toLowerCase()
    .trim();
}
