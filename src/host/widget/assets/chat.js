/** One conversation by Web Chat: kept through reloads, begun again on demand or when it died, forgotten when asked. */

import { cardStyle, paletteOf, styleOptions } from './chat-style.js';
import { createTabConversation } from './tab-conversation.js';

/** directlinejs's connectionStatus$. */
const STATUS = { connecting: 1, online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 };

const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const CONTRAST = window.matchMedia('(prefers-contrast: more)');
const NARROW = window.matchMedia('(max-width: 30rem)');

/**
 * A chat in `element`.
 *
 * @param storageKey where this tab keeps its token
 * @param locale of Web Chat and of the assistant: "fr-FR" or "en-GB"
 * @param said the sentences of the page, by what happened
 * @param strings what Web Chat says in other words than its own
 * @param nonce that Web Chat's own styles need
 * @param theme "light", "dark" or "auto"
 * @param accent the site's colour, or undefined
 * @param onState told a sentence on the connection
 * @param onTrouble told what is wrong: a sentence, the order of its button ("open", "renew", "forget" or null for none)
 * and its label; null when all is well
 * @param onMessage told each message of the assistant
 */
export function createChat({
  element,
  storageKey,
  locale,
  said,
  strings,
  nonce,
  theme,
  accent,
  onState,
  onTrouble,
  onMessage = () => {},
}) {
  const tab = createTabConversation(storageKey);
  /** What ends the conversation on the screen. */
  let leave = () => {};
  /** Draws the conversation again in the colours of the moment. */
  let redraw = () => {};
  /** Keeps the token of the conversation on the screen, which its client renews by itself. */
  let keepToken = () => {};
  /** "opening", "online", "doubtful", "unreachable" or "dead". */
  let standing = 'opening';
  /** The order of the button that stands beside a trouble, if one does. */
  let ordered = null;
  for (const query of [DARK, CONTRAST, NARROW]) query.addEventListener('change', () => redraw());
  nameFilteredFields(element);

  return { open, forget, focus };

  /** Shows the conversation of this tab, or a new one. Resolves with true when one is shown; else the one on the screen goes on. */
  async function open({ isNew }) {
    tell(null);
    stand('opening', said.opening);
    if (window.WebChat === undefined) {
      report('dead', said.missing);
      return false;
    }
    let conversation;
    try {
      conversation = (isNew ? null : await tab.resume()) ?? (await tab.begin());
    } catch {
      report('unreachable', said.unreachable, isNew ? 'renew' : 'open');
      return false;
    }
    leave();
    show(conversation);
    return true;
  }

  /** Has the server forget all that was said, then begins anew. Resolves with true when it was forgotten. */
  async function forget() {
    tell(null);
    keepToken();
    try {
      if (!(await tab.erase())) {
        tell(said.tooLate, 'renew', said.renew);
        return false;
      }
    } catch (error) {
      // By fetch: nobody was reached. Else it is not known how far the server went.
      tell(error instanceof TypeError ? said.notErased : said.perhapsErased, 'forget');
      return false;
    }
    leave();
    element.replaceChildren();
    await open({ isNew: true });
    return true;
  }

  function focus() {
    window.requestAnimationFrame(() => element.querySelector('[data-id="webchat-sendbox-input"]')?.focus());
  }

  /** Puts Web Chat on the page for this conversation, in an element of its own: React leaves nothing behind in it. */
  function show({ token }) {
    let isLeft = false;
    const directLine = window.WebChat.createDirectLine({
      token,
      domain: `${window.location.origin}/v3/directline`,
      conversationStartProperties: { locale },
      enableVoiceMode: false,
    });
    // When the server no longer knows the conversation (404), the client says it by an error of its stream and by nothing else;
    // Web Chat has no ear for it.
    directLine.activity$ = directLine.activity$.catch(() => {
      // The end that we make ourselves is an error of the stream as well.
      if (!isLeft && standing !== 'unreachable') report('dead', said.dead, 'renew', said.renew);
      return [];
    });
    // What the client answers in the place of an id when the server could not take a message. Its status says nothing of it.
    const post = directLine.postActivity.bind(directLine);
    directLine.postActivity = (activity) =>
      post(activity).do((id) => {
        if (id === 'retry') doubt();
      });
    const keepFresh = () => tab.keep(directLine.token);
    keepToken = keepFresh;
    window.addEventListener('pagehide', keepFresh);
    const status = directLine.connectionStatus$.subscribe(onStatus);
    const room = document.createElement('div');
    room.className = 'conversation';
    element.replaceChildren(room);
    const store = window.WebChat.createStore({}, () => (next) => (action) => next(seen(action)));
    redraw = () => {
      const palette = paletteOf({
        isDark: theme === 'dark' || (theme === 'auto' && DARK.matches),
        isContrasted: CONTRAST.matches,
        accent,
      });
      window.WebChat.renderWebChat(
        {
          activityStatusMiddleware: keepThumbs,
          adaptiveCardsHostConfig: cardStyle(palette),
          directLine,
          enableVoiceMode: false,
          locale,
          nonce,
          overrideLocalizedStrings: strings,
          selectVoice: undefined,
          store,
          styleOptions: styleOptions(palette),
          webSpeechPonyfillFactory: undefined,
        },
        room,
      );
    };
    redraw();
    leave = () => {
      isLeft = true;
      window.removeEventListener('pagehide', keepFresh);
      status.unsubscribe();
      directLine.end();
      redraw = keepToken = leave = () => {};
    };

    function onStatus(value) {
      switch (value) {
        case STATUS.online:
          keepToken();
          recover();
          break;
        case STATUS.connecting:
          stand('opening', said.connecting);
          break;
        case STATUS.expiredToken:
        case STATUS.ended:
          report('dead', said.dead, 'renew', said.renew);
          break;
        case STATUS.failedToConnect:
          report('unreachable', said.unreachable, 'open');
          break;
      }
    }
  }

  /**
   * Where a card shows the rest of an answer, the bubble above it holds the headline only; the whole text is for clients without
   * cards. What passes also tells whether the server is there: the status of the client stays as it is when it goes.
   */
  function seen(action) {
    // No echo of what was sent, for as long as Web Chat itself waits before it says that it was not sent.
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_IMPEDED') doubt();
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return action;
    if (standing === 'doubtful' || standing === 'unreachable') recover();
    const { activity } = action.payload;
    if (activity.type === 'message' && activity.from.role === 'bot') onMessage(activity);
    const headline = activity.channelData?.headline;
    if (typeof headline !== 'string') return action;
    return { ...action, payload: { ...action.payload, activity: { ...activity, text: headline } } };
  }

  function doubt() {
    if (standing === 'online') stand('doubtful', said.connecting);
  }

  function recover() {
    stand('online', said.online);
    // That nothing was erased stays said until it is, or until something else is asked for.
    if (ordered !== 'forget') tell(null);
  }

  function report(kind, sentence, order, label) {
    stand(kind, said.lost);
    tell(sentence, order, label);
  }

  function stand(kind, sentence) {
    standing = kind;
    onState(sentence);
  }

  function tell(sentence, order = null, label = said.retry) {
    ordered = order;
    onTrouble(sentence === null ? null : { sentence, order, label });
  }
}

/** Thumbs stand beside the time of a message, which Web Chat tells once for all those of a few minutes: under an answer it stays. */
function keepThumbs() {
  return (next) => (status) => {
    const isRated = status.activity.entities?.some(({ potentialAction }) => potentialAction !== undefined) === true;
    return next({ ...status, hideTimestamp: status.hideTimestamp && !isRated });
  };
}

/**
 * Adaptive Cards 3.0 puts the label of a list that is filtered by typing on a div around the field, and the field loses even its
 * placeholder when the card is drawn again: a screen reader then says no name.
 */
function nameFilteredFields(element) {
  const name = () => {
    for (const field of element.querySelectorAll('.ac-choiceSetInput-filtered:not([aria-labelledby])')) {
      const label = field.parentElement.getAttribute('aria-labelledby');
      if (label !== null) field.setAttribute('aria-labelledby', label);
    }
  };
  new window.MutationObserver(name).observe(element, { childList: true, subtree: true });
}
