import { readCount } from '../language/amounts';
import { type Decision, DIRECTIONS, type Direction, isAct, isRefusal, type Role, type Scope, SCOPES } from './decide';
import { isAmountField } from '../model/project-fields';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { yearsBeside } from '../language/periods';
import { comparisonsOpen, isFollowed, isFundBeside, isOperator, rolesOpen, takesOut } from './open-slots';
import { conditionsOpen } from './lists/conditions';
import type { Evidence } from './evidence';
import { callsOf, idsIn, limitsOf, plainComparison } from './limits';
import {
  type Slots,
  comparisonFeatures,
  conditionFeatures,
  directionFeatures,
  mentionFeatures,
  plainRole,
  scopeFeatures,
} from './slots';
import type { Mention, Span } from '../model/tag';
import type { AskedFact } from './fund/fund-facts';
import { likeliest } from '../knowledge/classifier';
import { lastAmountField, lastSetQuestion, recentFocuses } from './patch';
import type { Field } from '../model/records';
import { type Filter, isEmptyFilter, type Memory, type Question, type Trace } from '../model/question';
import { type Reading, unique } from './reading';

/** A question made of a decision, with how well the message supports what was filled in. */
export interface Composed {
  readonly question: Question;
  /** 0 to 1: 1 where each slot is named or pointed at; less where the search found it. */
  readonly support: number;
  /** What else its words ask for, the likeliest first, with the share of each; none where it is not said. */
  readonly others?: Trace['others'];
}

/** The same with what each mention was taken to do. */
export interface Composition extends Composed {
  readonly usedRoles: readonly Role[];
}

/** All that the slots are filled from. */
export interface Said {
  readonly reading: Reading;
  readonly memory: Memory;
  readonly evidence: Evidence;
  /** Facts on the fund, best first, for the message alone. */
  readonly facts: readonly AskedFact[];
  readonly mentions: readonly Mention[];
  readonly knowledge: KnowledgeBase;
}

/** The slots that take judgement, as the model judges them; while none is trained, as the words say plainly, from which the training begins. */
export function slotsFor(decision: Decision, said: Said): Slots {
  const { reading, memory, evidence, mentions, knowledge } = said;
  const { role, condition, scope, comparison, direction } = knowledge.models;
  const likeliestOf = (mention: Mention, open: readonly Role[]): Role =>
    likeliest(open, 'role', role, () => mentionFeatures(mention, mentions, decision, reading, memory, knowledge)) ??
    plainRole(mention, reading);
  const roles = mentions.map((mention) =>
    likeliestOf(mention, rolesOpen(mention, decision, reading, memory, knowledge)),
  );
  const isOnly = saysOnlyThings(said);
  const plain = plainComparison(reading);
  const isBehind = mentions.some((mention) => isFollowed(mention, decision, reading, knowledge.language));
  const compared =
    isBehind && !reading.references.some(({ id }) => id === 'ordinal')
      ? decision.intent === 'min'
        ? 'above'
        : 'below'
      : reading.sums.length === 0 && yardsticks(decision, said).length === 0
        ? null
        : (likeliest(comparisonsOpen(reading, knowledge.language), 'comparison', comparison, () =>
            comparisonFeatures(decision, reading, mentions, memory),
          ) ?? (reading.sums.length === 0 && plain === 'exact' ? 'none' : plain));
  if (decision.intent === 'fact' || decision.intent === 'programme')
    return { roles, condition: 'none', scope: 'all', comparison: compared, direction: 'descending' };
  // Of most sets neither their scope nor their order is asked.
  let [scoped, directed]: [Scope?, Direction?] = [];
  return {
    roles: mentions.map((mention, at) =>
      roles[at] === 'none' && isOnly ? likeliestOf(mention, ['in', 'carrier']) : (roles[at] ?? 'none'),
    ),
    condition:
      likeliest(conditionsOpen(decision, reading, knowledge.language), 'condition', condition, () =>
        conditionFeatures(decision, reading),
      ) ?? 'none',
    comparison: compared,
    get scope() {
      return (scoped ??= likeliest(SCOPES, 'scope', scope, () => scopeFeatures(decision, reading, evidence)) ?? 'all');
    },
    get direction() {
      return (directed ??=
        likeliest(DIRECTIONS, 'direction', direction, () => directionFeatures(decision, reading, memory)) ??
        plainDirection(reading));
    },
  };
}

/** The projects by whose amount a set may be bounded: one or two that are named, else the one spoken of. */
export function yardsticks({ intent, reference }: Decision, { reading, memory, mentions }: Said): readonly string[] {
  const isSet = !['fact', 'programme', 'compare'].includes(intent) && !isAct(intent) && !isRefusal(intent);
  if (!isSet || reading.sums.length > 0) return [];
  const named = mentions.flatMap(projectOf);
  if (named.length > MOST_YARDSTICKS) return [];
  const has = (wanted: string): boolean => reading.references.some(({ id }) => id === wanted);
  // "Plus chers que celui-là, mais moins que la TNCP"
  const spokenOf = memory.focus === null || (named.length > 0 && !has('it')) ? [] : [memory.focus];
  if (named.length > 0) return unique([...spokenOf, ...named]).slice(0, MOST_YARDSTICKS);
  // "Entre ces deux coûts ?", "au-dessus des deux ?"
  const { question } = memory;
  const pair = question?.kind === 'compare' ? question.projects : recentFocuses(memory).slice(0, MOST_YARDSTICKS);
  if (has('these') && pair.length === MOST_YARDSTICKS) return pair;
  return reference === 'focus' ? spokenOf : [];
}

/** The project that a mention names, the first of several of one name. */
export function projectOf(mention: Mention): readonly string[] {
  return mention.kind === 'project' ? idsIn(mention, 'project').slice(0, 1) : [];
}

/** "Entre Mentor et PILAT" */
const MOST_YARDSTICKS = 2;

/** "L'argent du fonds, pas le coût total": what is ruled out is not asked. */
export function withoutDenied(decision: Decision, { fields, deniedFields }: Reading): Decision {
  const asked = decision.fields.filter((field) => fields.includes(field) || !deniedFields.includes(field));
  return { ...decision, fields: asked };
}

/** "Projets logement" after a computation is a list: what is decided of a set by itself, without what no word of the message asks for. */
export function withoutMore(decision: Decision, { reading, mentions }: Said): Decision {
  const { operators, fields, leftoverStems, references } = reading;
  const { intent, reference } = decision;
  const isOfSet = !['fact', 'programme', 'compare'].includes(intent) && !isAct(intent) && !isRefusal(intent);
  const saysMore = operators.size + fields.length + leftoverStems.length + references.length > 1;
  const isBare = operators.has('plural-subject') && !saysMore && mentions.some(({ kind }) => kind !== 'amount');
  return isBare && isOfSet && reference === 'alone' ? { ...decision, intent: 'list', fields: [] } : decision;
}

/** "Par coût décroissant", then "les 4 sans montant": of an amount that is not named it is the one spoken of. */
export function ofSpokenAmount(decision: Decision, { reading, memory, knowledge: { language } }: Said): Decision {
  const { spans, words, fields } = reading;
  const isAmount = ({ start, end }: Span): boolean =>
    words.slice(start, end + 1).some(({ folded }) => language.partNamed(folded) === 'amount');
  const isOpen = spans.some((span) => isOperator(span, 'known', 'not-known') && isAmount(span));
  const [field, ...others] = decision.fields;
  const last = lastAmountField(memory);
  const isGuessed = isAmountField(field ?? null) && others.length === 0 && !fields.some(isAmountField);
  return isOpen && isGuessed && last !== null && decision.reference !== 'alone'
    ? { ...decision, fields: [last] }
    : decision;
}

const ADDED = ['how-much', 'count'] as const;
/** What no set is split by. */
const OF_EACH: ReadonlySet<Field> = new Set(['status', 'beneficiaries', 'partners']);
const ADDING = ['sum', 'average', 'how-much', 'pays', 'share'] as const;

/**
 * "Ajoutez l'aide à Mentor, celle à Pix": amounts that are added up, not set side by side; "ajoute Pix" is one more of those compared. "Le premier :
 * combien en tout ?" is of that one.
 */
export function addedUp(decision: Decision, { reading, memory, mentions, knowledge: { language } }: Said): Decision {
  const { words, references, spans, fields, operators } = reading;
  const { intent, reference } = decision;
  // "Date d'annonce de ces 3 projets" after a total adds nothing up.
  const areOther = decision.fields.every((field) => fields.includes(field) && !isAmountField(field));
  const isOfOther = decision.fields.length > 0 && areOther && reference !== 'alone';
  if (intent === 'sum' && isOfOther && !ADDING.some((one) => operators.has(one)))
    return { ...decision, intent: 'list' };
  // "Quel est le statut des projets de la Justice ?" counts nothing.
  const isOfEach = fields.some((field) => OF_EACH.has(field));
  const counts = ADDED.some((one) => operators.has(one));
  if (intent === 'count' && reference === 'alone' && isOfEach && !counts) return { ...decision, intent: 'list' };
  // "Combien de projets, et quel total ?": a sum tells what it adds up, and how many.
  const firstEnd = spans.find((span) => isOperator(span, 'count', 'list'))?.end ?? Infinity;
  const saysMoney = (span: Span): boolean =>
    isOperator(span, 'sum') ||
    // "Combien de projets et combien de millions ?"
    (isOperator(span, 'how-much') &&
      words.slice(span.end, span.end + 2).some(({ folded }) => language.is('units', folded))) ||
    words.slice(span.start, span.end).some(({ folded }) => language.partNamed(folded) === 'amount');
  const isOr = (at: number): boolean => spans.some((span) => span.start === at && isOperator(span, 'or'));
  const isSummedToo = spans.some((span) => {
    const before = words.slice(firstEnd, span.start);
    const joined = before.findLastIndex(
      ({ folded }, at) => language.is('coordinating', folded) && !isOr(firstEnd + at),
    );
    const areLittle = before.slice(joined + 1).every(({ folded }) => language.isFunctionWord(folded));
    return joined >= 0 && areLittle && saysMoney(span);
  });
  // "Combien ça fait, les sept ?" of seven that are shown does not ask how many they are.
  const { shown } = memory;
  const isOfSeven =
    shown.length > 1 &&
    reading.sums.length === 0 &&
    mentions.every(({ kind }) => kind === 'amount') &&
    words.some(({ folded }) => readCount(folded) === shown.length) &&
    !words.some(({ folded }) => language.is('projects', folded) || language.is('projectPlurals', folded)) &&
    ADDED.some((one) => operators.has(one)) &&
    lastAmountField(memory) !== null;
  if ((isSummedToo && (intent === 'count' || intent === 'list')) || (isOfSeven && intent === 'count'))
    return { ...decision, intent: 'sum' };
  const isOfAmount = intent === 'compare' && reference !== 'widen' && reading.fields.some(isAmountField);
  if (isOfAmount && words.some(({ folded }) => language.is('adding', folded))) return { ...decision, intent: 'sum' };
  // "Le 2e et le 3e ensemble", "les deux premiers additionnés"
  const isOfPlace =
    references.some(({ id, position }) => id === 'ordinal' && position > 0) &&
    references.every(({ id, position }) => id === 'these' || (id === 'ordinal' && position > 0));
  return intent === 'sum' && reference === 'shown' && isOfPlace ? { ...decision, reference: 'ordinal' } : decision;
}

/** "Logement Bretagne": nothing but two things of the data or more, each beside the other, of which projects may be. */
export function saysOnlyThings({ mentions, reading: { words, operators, leftoverStems } }: Said): boolean {
  const covered = mentions.reduce((sum, { start, end }) => sum + end - start, 0);
  return mentions.length > 1 && leftoverStems.length + operators.size === 0 && covered === words.length;
}

/** What a decision and its slots say together. */
export interface Filled extends Said {
  readonly slots: Slots;
  readonly limits: Filter;
  /** Projects named that are not ruled out, in order. */
  readonly named: readonly string[];
}

/** "Plus les", "et celui de" */
const NEAR = 4;

export function filled(decision: Decision, said: Said, slots: Slots): Filled {
  const { reading, memory, knowledge } = said;
  // "Total logement et santé hors EXPLOC" adds up no projects.
  const isBeforeException = decision.reference === 'alone' && reading.operators.has('except');
  const mentions = said.mentions.map((mention) =>
    changesSubject(decision, said) || (isBeforeException && mention.isDescribed === true)
      ? asTheme(mention, reading)
      : isOfProjects(decision, said)
        ? asProject(mention, reading, knowledge)
        : mention,
  );
  // "Histologe plus les bidonvilles, aide totale ?": what is read as a project right behind another is added too.
  const isAddedTo = (mention: Mention, index: number): boolean =>
    decision.intent === 'sum' &&
    mention !== said.mentions[index] &&
    mention.start - (mentions[index - 1]?.end ?? -NEAR) < NEAR;
  const cast = mentions.map((mention, index) => {
    const role = slots.roles[index] ?? 'none';
    return { mention, role: role === 'none' && isAddedTo(mention, index) ? ('in' as const) : role };
  });
  const last = decision.reference === 'alone' ? null : (lastSetQuestion(memory)?.filter ?? null);
  // "Coût de LiDAR HD ?", then "lesquels dépassent 60 M€ ?": without another amount, the one spoken of bounds.
  const isUnsaid = decision.reference !== 'alone' && !decision.fields.some(isAmountField);
  const before = isUnsaid ? lastAmountField(memory) : null;
  const fields = before === null ? decision.fields : [...decision.fields, before];
  const own = limitsOf(cast, slots.condition, slots.comparison, fields, last, reading, knowledge);
  return {
    ...said,
    slots,
    limits: goneOn(own, last, decision, said),
    named: unique(cast.flatMap(({ mention, role }) => (role === 'in' || role === 'carrier' ? projectOf(mention) : []))),
  };
}

/** Not one more of the projects said before, nor one in the place of another: "projets sur le logement" after a comparison is on housing. */
function changesSubject({ reference }: Decision, { reading, mentions }: Said): boolean {
  const described = mentions.filter(({ isDescribed }) => isDescribed === true);
  const isOneMore = (reference === 'widen' || reference === 'replace') && !reading.operators.has('plural-subject');
  return !isOneMore && reading.named.length === 0 && described.length === 1;
}

/** A project described by nothing but a theme or a body, as what was said of it. */
function asTheme(mention: Mention, { spans }: Reading): Mention {
  const span = spans.find(
    ({ start, end, tags }) =>
      start <= mention.start &&
      end >= mention.end &&
      tags.some(({ kind }) => kind === 'theme' || kind === 'beneficiary' || kind === 'organisation'),
  );
  return span === undefined ? mention : { kind: 'subject', start: span.start, end: span.end, span };
}

/** Where another project is named: "Histologe plus les bidonvilles", "les économies de Mentor, Business France et RECE". */
function isOfProjects({ intent }: Decision, { reading }: Said): boolean {
  const { length } = reading.named;
  return intent === 'compare' ? length === 1 : intent === 'sum' ? length > 0 : intent === 'fact' && length > 1;
}

/** What is said in words that the name of one project alone holds, as that project. */
function asProject(mention: Mention, { words }: Reading, { nameStems, language }: KnowledgeBase): Mention {
  const { start, end } = mention;
  const stems = words.slice(start, end).flatMap(({ folded, stem }) => (language.isFunctionWord(folded) ? [] : [stem]));
  const [id, ...others] = [...nameStems.keys()].filter((project) =>
    stems.every((stem) => nameStems.get(project)?.has(stem) === true),
  );
  if (id === undefined || others.length > 0) return mention;
  return { kind: 'project', start, end, span: { start, end, tags: [{ kind: 'project', id }] }, isDescribed: true };
}

/** The fields asked of each project of a set, but for those that bound it; of a body that has a part in them, either way, it is told which one. */
export function fieldsOfEach(decision: Decision, said: Filled, { partners, topics }: Filter): readonly Field[] {
  const { amounts, known, unknown } = said.limits;
  const bounding = new Set<Field>([
    ...[...amounts.map(({ field }) => field), ...known, ...unknown].filter(isAmountField),
    ...(partners.length > 0 ? (['partners'] as const) : []),
  ]);
  const asked = fieldsSaid(decision, said).filter((field) => !bounding.has(field));
  const isOfBody = topics.some(({ organisations }) => organisations.length > 0);
  return isOfBody && asked.includes('partners') ? unique(['carrier', ...asked]) : asked;
}

/** Of two said with a word that joins them both are asked, though one alone was decided; "lesquels sont terminés ?" asks for one. */
function fieldsSaid({ fields, reference }: Decision, { reading, limits, knowledge }: Filled): readonly Field[] {
  const ofFund = reading.spans.some((span) => isFundBeside(span, reading, knowledge.language))
    ? ['funding' as const]
    : [];
  const said = unique([...reading.fields.filter((field) => field !== 'summary' && field !== 'sources'), ...ofFund]);
  // "Projets en cours", "le statut des projets de la Justice" tell how far each one is.
  const isOfAll = isEmptyFilter(limits) || said.every((field) => !isAmountField(field));
  const isUnsaid = fields.length === 0 && said.length === 1;
  if (isUnsaid && (reference === 'shown' || (reference === 'alone' && isOfAll))) return said;
  const starts = said.map(
    (field) =>
      reading.spans.find(({ tags }) => tags.some(({ kind, id }) => kind === 'field' && id === field))?.start ?? 0,
  );
  const { is } = knowledge.language;
  // "Par aide, pas par coût" asks for one.
  const isJoined = (at: number): boolean => {
    const before = reading.words.slice(Math.max(1, at - 2), at + 1);
    const joins = before.some(({ folded, startsClause }) => startsClause || is('joining', folded));
    return joins && !before.some(({ folded }) => is('denying', folded));
  };
  const others = starts.slice(1);
  const areAll = others.length > 0 && (others.every(isJoined) || (said.length === 2 && ofFund.length > 0));
  return areAll && said.some((field) => fields.includes(field)) ? unique([...said, ...fields]) : fields;
}

/** "L'année suivante", "et au suivant ?", "et du deuxième ?": a period said by the one before it. */
function goneOn(limits: Filter, last: Filter | null, { reference }: Decision, { reading, knowledge }: Said): Filter {
  if (last === null || limits.years.length + limits.calls.length + limits.months.length > 0) return limits;
  const has = (wanted: string): boolean => reading.references.some(({ id }) => id === wanted);
  const pointed = has('next') ? 1 : has('before') ? -1 : 0;
  const step = reading.yearShift === 0 ? pointed : reading.yearShift;
  if (last.years.length > 0 && step !== 0) return { ...limits, years: yearsBeside(last.years, step) };
  const [call] = last.calls;
  const beside = knowledge.calls.find(({ number }) => number !== null && number - step === call?.number);
  if (step !== 0 && beside !== undefined)
    return { ...limits, calls: [{ number: beside.number, session: null, scheme: null }] };
  // "Passons à la session 2 du quatrième", "n° 5 ?", "et le 3 ?"; "lequel est troisième ?" is of those shown.
  const isOfCalls = call !== undefined && ['replace', 'narrow', 'widen'].includes(reference);
  const before = reading.words.slice(0, -1);
  const areLittle = before.every(({ folded }) => knowledge.language.isFunctionWord(folded));
  const isBare = before.length < 2 || (before.length === 2 && areLittle);
  const number = isBare ? readCount(reading.words.at(-1)?.folded ?? '') : null;
  // Not "les deux premiers", nor "sans le premier" of those shown
  const isPlace = isOfCalls && reading.count === null && !reading.operators.has('remove');
  const places = reading.references.flatMap(({ id, position }) => (isPlace && id === 'ordinal' ? [position] : []));
  const calls = [...places, ...(call === undefined || number === null ? [] : [number])]
    .filter((one) => knowledge.calls.some((held) => held.number === one))
    .map((one) => ({ number: one, session: reading.session, scheme: null }));
  if (calls.length > 0 || reading.session === null) return { ...limits, calls };
  // "Projets de 2019", then "seulement la session 2"
  const asked = call === undefined ? callsOf(last.years, knowledge) : last.calls;
  const ofSession = asked.map((one) => ({ ...one, session: reading.session }));
  // "Retire ceux de la session 2"
  return takesOut(reading)
    ? { ...limits, except: { ...limits.except, calls: ofSession } }
    : { ...limits, calls: ofSession };
}

/** "du plus petit au plus grand" begins with the lowest, where nothing was learned. */
function plainDirection({ operators }: Reading): Direction {
  const isLeastFirst = operators.has('min') && !operators.has('max');
  return operators.has('oldest') || operators.has('ascending') || isLeastFirst ? 'ascending' : 'descending';
}

/** A set that a message is about, how far its words bear it out, and the projects of it that they point to. */
export interface SetFound {
  readonly filter: Filter;
  readonly support: number;
  readonly found: readonly string[];
}
