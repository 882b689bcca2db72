import { answerText } from '../../../../dialogs/text/answer-text';
import { explanationDetails, explanationSentence } from '../../../../dialogs/text/explanation-text';
import { probabilityOf, strangeWords, subjectOf } from '../../../core/editing/asked';
import type { Addition } from '../../../core/editing/edits';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import type { Answer } from '../../../core/model/answer';
import { EMPTY_MEMORY } from '../../../core/model/question';
import { respond } from '../../../core/respond';
import { DESK } from '../../../messages/fr/desk/desk';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import { percents } from '../../../messages/sentences';
import { formToken, PATHS } from '../pages/desk-page';
import { confirmHtml, languageHtml, optionHtml, pressHtml } from '../pages/fields';
import { type Html, html, listHtml, say } from '../pages/html';
import { mayAs } from '../people/person';
import type { Session } from '../people/sessions';
import { nameOfRecord, placeText, type RecordPlace, recordPath, tableOf, takersOf } from '../records/record-names';
import { type Group, type Left, type Sort, SORTS, type ToDo } from './inbox-groups';

const MOST_GROUPS = 20;

/** The address of a group, by its first text. */
export function groupPath(id: string): string {
  return `${PATHS.inbox}/demandes/${id}`;
}

/** The groups of a sort from this one on, and where the others are. */
export function inboxHtml(all: ToDo, sort: Sort, from: number, knowledge: KnowledgeBase): Html {
  const groups = all[sort];
  const shown = groups.slice(from, from + MOST_GROUPS);
  const left = groups.length - from - shown.length;
  const tabs = SORTS.map((each) => {
    const label = DESK_INBOX.counted(DESK_INBOX.sorts[each], all[each].length);
    const current = each === sort ? html` aria-current="true"` : null;
    return html`<a href="${PATHS.inbox}?sorte=${each}" ${current}>${say(label)}</a>`;
  });
  const next = `${PATHS.inbox}?sorte=${sort}&depuis=${from + MOST_GROUPS}`;
  return html`<p>${say(DESK_INBOX.intro)}</p>
    ${all.isCut ? html`<p class="caution">${say(DESK_INBOX.cut)}</p>` : null}
    <nav aria-label="${say(DESK_INBOX.sortsLabel)}">${listHtml(tabs)}</nav>
    <h2>${say(DESK_INBOX.sorts[sort])}</h2>
    ${groups.length === 0 ? html`<p>${say(DESK_INBOX.none)}</p>` : shown.map((group) => rowHtml(group, knowledge))}
    ${left <= 0 ? null : html`<p><a href="${next}">${say(DESK_INBOX.more(left))}</a></p>`}`;
}

function rowHtml({ lead, texts, times, latest }: Group, knowledge: KnowledgeBase): Html {
  const text = titleOf(lead, knowledge);
  return html`<article class="group">
    <h3>${text}</h3>
    <p class="quiet">${say(DESK_INBOX.times(times, texts.length, DESK.moment(latest)))}</p>
    <p><a href="${groupPath(lead.id)}" aria-label="${say(DESK_INBOX.openWhich(text))}">${say(DESK_INBOX.open)}</a></p>
  </article>`;
}

/** The words that were left, after the project of which they say something. */
function titleOf({ text, project }: Left, knowledge: KnowledgeBase): string {
  return project === null ? text : DESK_INBOX.onProject(nameOfRecord(projectPlace(project), knowledge), text);
}

function projectPlace(id: string): RecordPlace {
  return { file: 'projects.json', id };
}

/** What somebody sent that cannot be taken, to be sent again. */
export interface Refused {
  readonly addition: Addition;
  readonly fault: string;
  readonly text: string;
  readonly place: string;
}

/** All about a group, and what can be done about it. */
export function groupHtml(group: Group, session: Session, knowledge: KnowledgeBase, refused: Refused | null): Html {
  const { id, sort, text, locale, isQuestion } = group.lead;
  const words = DESK_INBOX.group;
  const answer = isQuestion ? respond({ text, locale }, EMPTY_MEMORY, knowledge).answer : null;
  const likely = likelyPlaces(group, answer, knowledge);
  const mayWrite = mayAs(session.person.role, 'editor');
  const wordings = group.texts.map(
    (left) => html`${say(words.wording(titleOf(left, knowledge), left.times))}${aroundHtml(left)}`,
  );
  return html`<p><a href="${PATHS.inbox}?sorte=${sort}">${say(DESK_INBOX.back)}</a></p>
    <h2>${say(words.wordings)}</h2>
    ${listHtml(wordings)} ${mayWrite ? confirmHtml(session, `${groupPath(id)}/effacer`, DESK_INBOX.erase) : null}
    ${answer === null ? null : answerHtml(text, answer, knowledge)}
    ${mayWrite ? actsHtml({ group, session, knowledge, refused, likely }) : null}`;
}

/** What it is answered today, and how it is understood. */
function answerHtml(text: string, answer: Answer, knowledge: KnowledgeBase): Html {
  const words = DESK_INBOX.group;
  const percent = percents(probabilityOf(text, knowledge), 'moins de', 'plus de');
  return html`<h2>${say(words.now)}</h2>
    <p class="told">${answerText(answer, knowledge)}</p>
    <details>
      <summary>${say(words.why)}</summary>
      <p>${explanationSentence(answer, knowledge)} ${say(words.probability(percent))}</p>
      ${listHtml(explanationDetails(answer, knowledge))}
    </details>`;
}

/** What was said around it, in the latest entries. */
function aroundHtml({ text, entries }: Left): Html | null {
  const words = DESK_INBOX.group;
  const before = (questions: readonly string[]): readonly string[] =>
    questions.length === 0 ? [] : [words.before(questions)];
  const lines = entries.flatMap((entry): readonly string[] => {
    switch (entry.kind) {
      case 'unanswered':
        return before(entry.previous);
      case 'rating':
        return [words.answered(entry.answerText), ...(entry.comment === null ? [] : [words.comment(entry.comment)])];
      case 'report':
        return entry.text === text
          ? before([...entry.previous, entry.question ?? ''].filter((one) => one !== ''))
          : [words.reported(entry.text)];
      case 'opinion':
        return entry.rating === null || entry.text === '' ? [] : [words.mark(entry.rating)];
    }
  });
  return listHtml([...new Set(lines)].map(say));
}

/** Few enough to be read before the whole list. */
const MOST_LIKELY = 8;

/** What the group may be about: what was reported, what the answer of today names, what its words mean most. */
function likelyPlaces(group: Group, answer: Answer | null, knowledge: KnowledgeBase): readonly RecordPlace[] {
  const reported = group.texts.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'report' ? (entry.project ?? []) : [])),
  );
  const told = answer?.kind === 'fact' ? [answer.project] : answer?.kind === 'unknown' ? answer.nearest : [];
  const files = { project: 'projects.json', theme: 'themes.json', fact: 'programme.json' } as const;
  const meant = knowledge.meanings
    .match(subjectOf(group.lead.text, knowledge))
    .map(({ owner }): RecordPlace => ({ file: files[owner.kind], id: owner.id }));
  const places = [...[...reported, ...told].map(projectPlace), ...meant];
  const once = new Map(places.map((place) => [placeText(place), place]));
  return [...once.values()].slice(0, MOST_LIKELY);
}

/** What the forms about a group are made of. */
interface ActParts {
  readonly group: Group;
  readonly session: Session;
  readonly knowledge: KnowledgeBase;
  readonly refused: Refused | null;
  readonly likely: readonly RecordPlace[];
}

function actsHtml(parts: ActParts): Html {
  const { group, session, knowledge, likely } = parts;
  const texts = group.texts.map((one) => one.text);
  const [strange = ''] = strangeWords(texts, knowledge);
  const records = likely.map((place) => html`<a href="${recordPath(place)}">${nameOfRecord(place, knowledge)}</a>`);
  const { golden, done, record, whatToDo } = { ...DESK_INBOX, ...DESK_INBOX.group };
  const section = ({ title, hint }: typeof record | typeof done, inner: Html | null): Html =>
    html`<section class="group">
      <h3>${say(title)}</h3>
      <p class="hint">${say(hint)}</p>
      ${inner}
    </section>`;
  const press = (words: typeof done, action: string): Html =>
    section(words, pressHtml(session, `${groupPath(group.lead.id)}/${action}`, words.submit));
  const { isQuestion, text } = group.lead;
  return html`<h2>${say(whatToDo)}</h2>
    ${isQuestion ? [additionHtml('term', strange, parts), additionHtml('wording', text, parts)] : null}
    ${section(record, listHtml([...records, html`<a href="${PATHS.records}">${say(record.all)}</a>`]))}
    ${isQuestion ? press(golden, 'temoin') : null} ${press(done, 'traite')}`;
}

const ACTIONS = { term: 'synonyme', wording: 'facon' } as const;

function additionHtml(addition: Addition, proposed: string, parts: ActParts): Html {
  const { group, session, knowledge, refused, likely } = parts;
  const words = addition === 'term' ? DESK_INBOX.synonym : DESK_INBOX.wording;
  const own = refused?.addition === addition ? refused : null;
  const id = ACTIONS[addition];
  const chosen = own?.place ?? '';
  const option = (place: RecordPlace, name: string): Html => optionHtml(placeText(place), name, chosen);
  const takers = takersOf(addition, knowledge);
  const near = likely.filter(({ file }) => takers.some((taker) => taker.file === file));
  const fault = own === null ? null : html`<p class="fault" id="${id}-faute" role="alert">${say(own.fault)}</p>`;
  const invalid = own === null ? null : html` aria-invalid="true" aria-describedby="${id}-faute"`;
  return html`<section class="group">
    <h3>${say(words.title)}</h3>
    <p class="hint" id="${id}-aide">${say(words.hint)}</p>
    ${fault}
    <form method="post" action="${groupPath(group.lead.id)}/${id}">
      ${formToken(session)}
      <label for="${id}-texte">${say(words.text)}</label>
      <input
        class="field"
        id="${id}-texte"
        name="texte"
        value="${own?.text ?? proposed}"
        maxlength="200"
        autocomplete="off"
        required${invalid}
      />
      <label for="${id}-fiche">${say(words.record)}</label>
      <select class="field" id="${id}-fiche" name="fiche" required${invalid}>
        <option value="">${say(DESK_INBOX.choose)}</option>
        <optgroup label="${say(DESK_INBOX.likely)}">
          ${near.map((place) => option(place, nameOfRecord(place, knowledge)))}
        </optgroup>
        ${takers.map(
          ({ file, records }) =>
            html`<optgroup label="${tableOf(file)}">${records.map((record) => option(record, record.name))}</optgroup>`,
        )}
      </select>
      ${languageHtml(`${id}-langue`, group.lead.locale)}
      <p><button class="button" type="submit">${say(words.submit)}</button></p>
    </form>
  </section>`;
}
