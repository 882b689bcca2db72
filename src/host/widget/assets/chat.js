/** One conversation by Web Chat: kept through reloads, begun again on demand or when it died, forgotten when asked. */

import { cardMiddleware } from './cards.js';
import { htmlOf } from './markdown.js';
import { createTabConversation } from './tab-conversation.js';

/** directlinejs's connectionStatus$. */
const STATUS = { connecting: 1, online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 };

/** How long a conversation that is open may show nothing before it is shown as it is. */
const SILENCE_MS = 3_000;

/** How long it may be connecting before that is said to be trouble. */
const PATIENCE_MS = 20_000;

/**
 * A chat in `element`.
 *
 * @param lobby what stands there until the conversation has something to show
 * @param storageKey where this tab keeps its token
 * @param locale of Web Chat and of the assistant: "fr-FR" or "en-GB"
 * @param said the sentences of the page, by what happened
 * @param strings what Web Chat says in other words than its own
 * @param nonce that Web Chat's own styles need
 * @param libraries fetches Web Chat and Adaptive Cards: `webChat()` and `cards()` resolve with them
 * @param onState told how the connection stands: a word and its sentence
 * @param onTrouble told what is wrong: a sentence, the order of its button ("open", "renew", "forget" or null for none)
 * and its label; null when all is well
 * @param onMessage told each message of the assistant
 */
export function createChat(parts) {
  const { element, lobby, storageKey, locale, said, strings, nonce, libraries } = parts;
  const { onState, onTrouble, onMessage } = parts;
  const tab = createTabConversation(storageKey);
  /** What ends the conversation on the screen. */
  let leave = () => {};
  /** Keeps the token of the conversation on the screen, which its client renews by itself. */
  let keepToken = () => {};
  /** "opening", "online", "doubtful", "unreachable" or "dead". */
  let standing = 'opening';
  let patience;
  /** The order of the button that stands beside a trouble, if one does. */
  let ordered = null;
  /** One after another: what an earlier opening still waits for must not come over a later one. */
  let opened = Promise.resolve();

  return { open, forget, focus };

  /** Shows the conversation of this tab, or a new one. Resolves with true when one is shown; else the one on the screen goes on. */
  function open(which) {
    const next = () => openNext(which);
    opened = opened.then(next, next);
    return opened;
  }

  async function openNext({ isNew }) {
    tell(null);
    stand('opening', said.opening);
    let webChat;
    try {
      webChat = await libraries.webChat();
    } catch {
      report('dead', said.missing, 'open');
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
    show(webChat, conversation);
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
    await open({ isNew: true });
    return true;
  }

  function focus() {
    if (lobby.isThere()) lobby.focus();
    else window.requestAnimationFrame(() => box()?.focus());
  }

  function box() {
    return element.querySelector('[data-id="webchat-sendbox-input"]');
  }

  /** Puts Web Chat on the page for this conversation, in an element of its own: React leaves nothing behind in it. */
  function show(webChat, { token }) {
    let isLeft = false;
    const directLine = webChat.createDirectLine({
      token,
      domain: `${window.location.origin}/v3/directline`,
      conversationStartProperties: { locale },
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
    // Under the lobby nothing of it can be seen: what would be typed there would be lost.
    room.inert = lobby.isThere();
    element.querySelector('.conversation')?.remove();
    element.prepend(room);
    const store = webChat.createStore({}, () => (next) => (action) => next(seen(action)));
    const order = (type, payload) => store.dispatch({ type: `WEB_CHAT/${type}`, payload });
    webChat.renderWebChat(
      {
        activityStatusMiddleware: keepThumbs,
        attachmentMiddleware: cardMiddleware({
          library: libraries.cards,
          said,
          hooks: webChat.hooks,
          say: (text) => order('SEND_MESSAGE', { method: 'imBack', text }),
          post: (value) => order('SEND_POST_BACK', { value }),
        }),
        directLine,
        locale,
        nonce,
        overrideLocalizedStrings: (own) => ({ ...typographic(own), ...strings }),
        renderMarkdown: (markdown) => htmlOf(markdown, said.outside),
        store,
        styleOptions: styleOptions(),
      },
      room,
    );
    const arrival = new window.MutationObserver(() => {
      if (room.querySelector('.webchat__bubble') !== null) enter();
    });
    arrival.observe(room, { childList: true, subtree: true });
    let silence;
    leave = () => {
      isLeft = true;
      clearTimeout(silence);
      arrival.disconnect();
      window.removeEventListener('pagehide', keepFresh);
      status.unsubscribe();
      directLine.end();
      keepToken = leave = () => {};
    };

    /** Takes the place of the lobby: what was asked there is asked, what was half typed is typed. */
    function enter() {
      arrival.disconnect();
      lobby.leave(({ asked, draft, selection, hasFocus }) => {
        room.inert = false;
        for (const text of asked) order('SEND_MESSAGE', { method: 'keyboard', text });
        order('SET_SEND_BOX', { text: draft });
        if (!hasFocus) return;
        box().focus();
        box().setSelectionRange(...selection);
      });
    }

    function onStatus(value) {
      switch (value) {
        case STATUS.online:
          keepToken();
          recover();
          silence = setTimeout(enter, SILENCE_MS);
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
   * Where a card shows the rest of an answer, the bubble above it holds the headline only, or is not there; a screen reader is told the
   * whole. What passes also tells whether the server is there: the status of the client stays as it is when it goes.
   */
  function seen(action) {
    // No echo of what was sent, for as long as Web Chat itself waits before it says that it was not sent.
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY_IMPEDED') doubt();
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return action;
    if (standing === 'doubtful' || standing === 'unreachable') recover();
    const { activity } = action.payload;
    if (activity.type !== 'message' || activity.from.role !== 'bot') return action;
    onMessage();
    const { headline } = activity.channelData ?? {};
    return { ...action, payload: { ...action.payload, activity: asShown(activity, headline) } };
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
    clearTimeout(patience);
    if (kind === 'opening' || kind === 'doubtful')
      patience = setTimeout(() => report('unreachable', said.unreachable, 'open'), PATIENCE_MS);
    onState(kind, sentence);
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

/** Web Chat's own live region would say the headline and then the label of each button of the card. */
function asShown(activity, headline) {
  const spoken = activity.speak ?? activity.text;
  return {
    ...activity,
    ...(typeof headline === 'string' ? { text: headline } : {}),
    channelData: { ...activity.channelData, 'webchat:fallback-text': spoken },
  };
}

/** Web Chat's styleOptions, in the colours of the sheet. */
function styleOptions() {
  return {
    accent: 'var(--accent)',
    // A long answer is shown from its beginning, where the figure is, and not from its end.
    autoScrollSnapOnPage: true,
    backgroundColor: 'var(--ground)',
    bubbleBackground: 'var(--paper)',
    bubbleBorderColor: 'var(--line)',
    bubbleBorderRadius: 12,
    bubbleFromUserBackground: 'var(--pressed)',
    bubbleFromUserBorderColor: 'var(--pressed)',
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: 'var(--ink)',
    bubbleMaxWidth: 640,
    bubbleMinWidth: 0,
    bubbleTextColor: 'var(--ink)',
    hideUploadButton: true,
    monospaceFont: 'monospace',
    paddingRegular: 12,
    paddingWide: 12,
    primaryFont: 'var(--font)',
    sendBoxBackground: 'var(--paper)',
    sendBoxButtonColor: 'var(--accent)',
    sendBoxButtonColorOnHover: 'var(--accent-dark)',
    sendBoxTextColor: 'var(--ink)',
    sendBoxTextWrap: true,
    subtle: 'var(--quiet)',
    suggestedActionLayout: 'flow',
    transcriptActivityVisualKeyboardIndicatorColor: 'var(--accent)',
    transcriptActivityVisualKeyboardIndicatorStyle: 'solid',
    transcriptActivityVisualKeyboardIndicatorWidth: 2,
    transcriptVisualKeyboardIndicatorColor: 'var(--accent)',
    transitionDuration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? '0s' : '0.2s',
  };
}

/** What Web Chat says of itself, with the apostrophes that we write. */
function typographic(strings) {
  return Object.fromEntries(
    Object.entries(strings).map(([name, text]) => [name, typeof text === 'string' ? text.replaceAll("'", '’') : text]),
  );
}
