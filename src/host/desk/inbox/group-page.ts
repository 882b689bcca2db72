import type { InboxEntry } from '../../../../dialogs/inbox/inbox';
import { answerText } from '../../../../dialogs/text/answer-text';
import { explanationDetails, explanationSentence } from '../../../../dialogs/text/explanation-text';
import { probabilityOf, strangeWords, subjectOf } from '../../../core/editing/asked';
import type { Addition } from '../../../core/editing/edits';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import type { Locale } from '../../../core/language/locale';
import type { Answer } from '../../../core/model/answer';
import { EMPTY_MEMORY } from '../../../core/model/question';
import { respond } from '../../../core/respond';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import { percents } from '../../../messages/sentences';
import { formToken, PATHS } from '../pages/desk-page';
import { type Html, html, say } from '../pages/html';
import { mayAs } from '../people/person';
import type { Session } from '../people/sessions';
import { nameOfRecord, placeText, type RecordPlace, recordPath, takersOf } from '../records/record-names';
import type { Group } from './inbox-groups';
import { groupPath } from './inbox-page';

/** What somebody sent that cannot be taken, to be sent again. */
export interface Refused {
  readonly addition: Addition;
  readonly fault: string;
  readonly text: string;
  readonly place: string;
}

/** All about a group, and what can be done about it. */
export function groupHtml(group: Group, session: Session, knowledge: KnowledgeBase, refused: Refused | null): Html {
  const [lead] = group.texts;
  const { text = '', locale = 'fr' } = lead ?? {};
  const words = DESK_INBOX.group;
  const { answer } = respond({ text, locale }, EMPTY_MEMORY, knowledge);
  const likely = likelyPlaces(group, text, answer, knowledge);
  const mayWrite = mayAs(session.person.role, 'editor');
  const wordings = group.texts.map(
    ({ text: wording, times, entries }) => html`<li>${say(words.wording(wording, times))}${aroundHtml(entries)}</li>`,
  );
  return html`<p><a href="${PATHS.inbox}?sorte=${group.sort}">${say(DESK_INBOX.back)}</a></p>
    <h2>${say(words.wordings)}</h2>
    <ul>
      ${wordings}
    </ul>
    <h2>${say(words.now)}</h2>
    <p class="told">${answerText(answer, knowledge)}</p>
    <details>
      <summary>${say(words.why)}</summary>
      <p>${explanationSentence(answer, knowledge)} ${say(words.probability(percentOf(text, knowledge)))}</p>
      <ul>
        ${explanationDetails(answer, knowledge).map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>
    ${mayWrite ? actsHtml(group, session, text, locale, likely, knowledge, refused) : null}`;
}

function percentOf(text: string, knowledge: KnowledgeBase): string {
  return percents(probabilityOf(text, knowledge), 'moins de', 'plus de');
}

/** What was said around it, in the latest entries. */
function aroundHtml(entries: readonly InboxEntry[]): Html | null {
  const words = DESK_INBOX.group;
  const lines = entries.flatMap((entry): readonly string[] => {
    switch (entry.kind) {
      case 'unanswered':
        return entry.previous.length === 0 ? [] : [words.before(entry.previous)];
      case 'rating':
        return [words.answered(entry.answerText), ...(entry.comment === null ? [] : [words.comment(entry.comment)])];
      case 'report':
        return [words.reported(entry.text)];
      case 'opinion':
        return [];
    }
  });
  return lines.length === 0
    ? null
    : html`<ul>
        ${[...new Set(lines)].map((line) => html`<li>${say(line)}</li>`)}
      </ul>`;
}

/** Few enough to be read before the whole list. */
const MOST_LIKELY = 8;

/** What the group may be about: what was reported, what the answer of today names, what its words mean most. */
function likelyPlaces(group: Group, text: string, answer: Answer, knowledge: KnowledgeBase): readonly RecordPlace[] {
  const project = (id: string): RecordPlace => ({ file: 'projects.json', id });
  const reported = group.texts.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'report' && entry.project !== null ? [project(entry.project)] : [])),
  );
  const told =
    answer.kind === 'fact' ? [project(answer.project)] : answer.kind === 'unknown' ? answer.nearest.map(project) : [];
  const files = { project: 'projects.json', theme: 'themes.json', fact: 'programme.json' } as const;
  const meant = knowledge.meanings
    .match(subjectOf(text, knowledge))
    .map(({ owner }): RecordPlace => ({ file: files[owner.kind], id: owner.id }));
  const all = [...reported, ...told, ...meant];
  return all
    .filter((place, at) => all.findIndex((other) => placeText(other) === placeText(place)) === at)
    .slice(0, MOST_LIKELY);
}

function actsHtml(
  group: Group,
  session: Session,
  text: string,
  locale: Locale,
  likely: readonly RecordPlace[],
  knowledge: KnowledgeBase,
  refused: Refused | null,
): Html {
  const [strange = ''] = strangeWords(
    group.texts.map((one) => one.text),
    knowledge,
  );
  const token = formToken(session);
  const path = groupPath(group.id);
  const records = likely.map(
    (place) => html`<li><a href="${recordPath(place)}">${nameOfRecord(place, knowledge)}</a></li>`,
  );
  const { golden, done, erase, record, whatToDo } = { ...DESK_INBOX, ...DESK_INBOX.group };
  return html`<h2>${say(whatToDo)}</h2>
    ${additionHtml('term', group, session, strange, locale, likely, knowledge, refused)}
    ${additionHtml('wording', group, session, text, locale, likely, knowledge, refused)}
    <section class="group">
      <h3>${say(record.title)}</h3>
      <p class="hint">${say(record.hint)}</p>
      <ul>
        ${records}
        <li><a href="${PATHS.records}">${say(record.all)}</a></li>
      </ul>
    </section>
    <section class="group">
      <h3>${say(golden.title)}</h3>
      <p class="hint">${say(golden.hint)}</p>
      <form method="post" action="${path}/temoin">
        ${token}
        <button class="button quiet" type="submit">${say(golden.submit)}</button>
      </form>
    </section>
    <section class="group">
      <h3>${say(done.title)}</h3>
      <p class="hint">${say(done.hint)}</p>
      <form method="post" action="${path}/traite">
        ${token}
        <button class="button quiet" type="submit">${say(done.submit)}</button>
      </form>
    </section>
    <section class="group">
      <h3>${say(erase.title)}</h3>
      <p class="hint">${say(erase.hint)}</p>
      <form method="post" action="${path}/effacer">
        ${token}
        <button class="button quiet" type="submit">${say(erase.submit)}</button>
      </form>
    </section>`;
}

const ACTIONS = { term: 'synonyme', wording: 'facon' } as const;

function additionHtml(
  addition: Addition,
  group: Group,
  session: Session,
  proposed: string,
  locale: Locale,
  likely: readonly RecordPlace[],
  knowledge: KnowledgeBase,
  refused: Refused | null,
): Html {
  const words = addition === 'term' ? DESK_INBOX.synonym : DESK_INBOX.wording;
  const own = refused?.addition === addition ? refused : null;
  const id = ACTIONS[addition];
  const chosen = own?.place ?? '';
  const option = (place: RecordPlace, name: string): Html => {
    const value = placeText(place);
    return html`<option value="${value}" ${value === chosen ? html` selected` : null}>${name}</option>`;
  };
  const takers = takersOf(addition, knowledge);
  const near = likely.filter(({ file }) => takers.some((taker) => taker.file === file));
  const fault = own === null ? null : html`<p class="fault" id="${id}-faute" role="alert">${say(own.fault)}</p>`;
  const invalid = own === null ? null : html` aria-invalid="true" aria-describedby="${id}-faute"`;
  return html`<section class="group">
    <h3>${say(words.title)}</h3>
    <p class="hint" id="${id}-aide">${say(words.hint)}</p>
    ${fault}
    <form method="post" action="${groupPath(group.id)}/${id}">
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
          ${near.map((place) => option({ ...place }, nameOfRecord(place, knowledge)))}
        </optgroup>
        ${takers.map(
          ({ file, records }) =>
            html`<optgroup label="${placeText({ file, id: '' }).slice(0, -1)}">
              ${records.map((record) => option(record, record.name))}
            </optgroup>`,
        )}
      </select>
      <label for="${id}-langue">${say(DESK_INBOX.language)}</label>
      <select class="field short" id="${id}-langue" name="langue">
        ${(['fr', 'en'] as const).map(
          (each) =>
            html`<option value="${each}" ${each === locale ? html` selected` : null}>
              ${say(DESK_INBOX.languages[each])}
            </option>`,
        )}
      </select>
      <p><button class="button" type="submit">${say(words.submit)}</button></p>
    </form>
  </section>`;
}
