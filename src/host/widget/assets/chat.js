/** One conversation by Web Chat: kept through reloads, begun again on demand or when it died, forgotten when asked. */

import { cardStyle, paletteOf, styleOptions } from './chat-style.js';

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
 * @param onTrouble told a sentence when the conversation cannot go on, and null when it does
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
  /** What ends the conversation on the screen, and gives up its place as the tab that holds it. */
  let leave = () => {};
  let token = null;
  let conversationId = null;
  /** Draws the conversation again in the colours of the moment. */
  let redraw = () => {};
  for (const query of [DARK, CONTRAST, NARROW]) query.addEventListener('change', () => redraw());
  nameFilteredFields(element);

  return { open, forget, focus };

  /** Shows the conversation of this tab, or a new one. Resolves with true when one is shown. */
  async function open({ isNew }) {
    leave();
    onTrouble(null);
    onState(said.opening);
    try {
      if (window.WebChat === undefined) throw new Error(said.missing);
      const conversation = (isNew ? null : await resume()) ?? (await begin());
      keep(conversation.token);
      conversationId = conversation.conversationId;
      show(conversation);
      if (isNew) focus();
      return true;
    } catch (error) {
      report(error.message === said.missing ? said.missing : said.unreachable);
      return false;
    }
  }

  /** Has the server forget all that was said, then begins anew. */
  async function forget() {
    if (token === null || conversationId === null) return open({ isNew: true });
    const response = await fetch(`/v3/directline/conversations/${conversationId}/forget`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    });
    // 403 and 404: it was forgotten before.
    if (!response.ok && response.status !== 403 && response.status !== 404) {
      onTrouble(said.unreachable);
      return false;
    }
    window.sessionStorage.removeItem(storageKey);
    return open({ isNew: true });
  }

  function focus() {
    window.requestAnimationFrame(() => element.querySelector('[data-id="webchat-sendbox-input"]')?.focus());
  }

  function keep(fresh) {
    token = fresh;
    window.sessionStorage.setItem(storageKey, fresh);
  }

  /** The conversation that this tab had before a reload, with a fresh token; null when there is none to take up. */
  async function resume() {
    const kept = window.sessionStorage.getItem(storageKey);
    if (kept === null) return null;
    const response = await fetch('/v3/directline/tokens/refresh', {
      method: 'POST',
      headers: { Authorization: `Bearer ${kept}` },
    });
    if (!response.ok) return null;
    const conversation = await response.json();
    const release = await hold(conversation.conversationId);
    return release === null ? null : { ...conversation, release };
  }

  async function begin() {
    const response = await fetch('/widget/token', { method: 'POST' });
    if (!response.ok) throw new Error(`no token: ${response.status}`);
    const conversation = await response.json();
    const release = await hold(conversation.conversationId);
    return { ...conversation, release: release ?? (() => {}) };
  }

  /** Puts Web Chat on the page for this conversation, in an element of its own: React leaves nothing behind in it. */
  function show({ token: first, release }) {
    const directLine = window.WebChat.createDirectLine({
      token: first,
      domain: `${window.location.origin}/v3/directline`,
      conversationStartProperties: { locale },
      enableVoiceMode: false,
    });
    // When the server no longer knows the conversation (404), the client says it by an error of its stream and by nothing else;
    // Web Chat has no ear for it.
    directLine.activity$ = directLine.activity$.catch(() => {
      report(said.dead);
      return [];
    });
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
    const keepToken = () => keep(directLine.token);
    window.addEventListener('pagehide', keepToken);
    leave = () => {
      window.removeEventListener('pagehide', keepToken);
      status.unsubscribe();
      directLine.end();
      release();
      redraw = () => {};
      leave = () => {};
    };

    function onStatus(value) {
      switch (value) {
        case STATUS.online:
          // The client renews its token by itself; what is kept must be as fresh.
          keep(directLine.token);
          onState(said.online);
          onTrouble(null);
          break;
        case STATUS.connecting:
          onState(said.connecting);
          break;
        case STATUS.expiredToken:
        case STATUS.ended:
          report(said.dead);
          break;
        case STATUS.failedToConnect:
          report(said.unreachable);
          break;
      }
    }
  }

  /** Where a card shows the rest of an answer, the bubble above it holds the headline only; the whole text is for clients without cards. */
  function seen(action) {
    if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return action;
    const { activity } = action.payload;
    if (activity.type === 'message' && activity.from.role === 'bot') onMessage(activity);
    const headline = activity.channelData?.headline;
    if (typeof headline !== 'string') return action;
    return { ...action, payload: { ...action.payload, activity: { ...activity, text: headline } } };
  }

  function report(sentence) {
    onState(said.lost);
    onTrouble(sentence);
  }
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

/**
 * Takes the conversation for this tab alone: a duplicated tab copies sessionStorage, and two tabs on one conversation would
 * throw each other's web socket out for ever. Null when another tab has it. Without locks (plain http) nothing is held.
 */
function hold(conversationId) {
  const { locks } = window.navigator;
  if (locks === undefined) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    locks.request(`conversation ${conversationId}`, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      return new Promise((release) => resolve(release));
    });
  });
}
