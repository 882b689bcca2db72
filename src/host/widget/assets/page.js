/** The demonstration page: one conversation by Web Chat, kept through reloads, begun again on demand or when it died. */

import { FRENCH, SAID } from './page-french.js';
import { CARDS, styleOptions } from './page-style.js';

const STORAGE_KEY = 'assistant-conversation';

/** directlinejs's connectionStatus$. */
const STATUS = { connecting: 1, online: 2, expiredToken: 3, failedToConnect: 4, ended: 5 };

const WIDE = window.matchMedia('(min-width: 60rem)');

const chat = document.querySelector('#chat');
const state = document.querySelector('#state');
const trouble = document.querySelector('#trouble');
const renewButton = document.querySelector('#renew');
const restartButton = document.querySelector('#restart');
const about = document.querySelector('#about');
// The browser hides the attribute from scripts and styles, and gives the value to the element's own script.
const { nonce } = document.querySelector('script[nonce]');

/** What ends the conversation on the screen, and gives up its place as the tab that holds it. */
let leave = () => {};

renewButton.addEventListener('click', () => open({ isNew: true }));
restartButton.addEventListener('click', () => open({ isNew: true }));
WIDE.addEventListener('change', unfoldWhenWide);
unfoldWhenWide();
open({ isNew: false });

/** Shows the conversation of this tab, or a new one. */
async function open({ isNew }) {
  leave();
  renewButton.disabled = true;
  trouble.hidden = true;
  state.textContent = SAID.opening;
  try {
    if (window.WebChat === undefined) throw new Error(SAID.missing);
    const conversation = (isNew ? null : await resume()) ?? (await begin());
    window.sessionStorage.setItem(STORAGE_KEY, conversation.token);
    show(conversation);
    if (isNew) focusInput();
  } catch (error) {
    report(error.message === SAID.missing ? SAID.missing : SAID.unreachable);
  } finally {
    renewButton.disabled = false;
  }
}

/** The conversation that this tab had before a reload, with a fresh token; null when there is none to take up. */
async function resume() {
  const token = window.sessionStorage.getItem(STORAGE_KEY);
  if (token === null) return null;
  const response = await fetch('/v3/directline/tokens/refresh', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
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

/** Puts Web Chat on the page for this conversation, in an element of its own: React leaves nothing behind in it. */
function show({ token, release }) {
  const directLine = window.WebChat.createDirectLine({
    token,
    domain: `${window.location.origin}/v3/directline`,
    conversationStartProperties: { locale: 'fr-FR' },
    enableVoiceMode: false,
  });
  // When the server no longer knows the conversation (404), the client says it by an error of its stream and by nothing else;
  // Web Chat has no ear for it.
  directLine.activity$ = directLine.activity$.catch(() => {
    report(SAID.dead);
    return [];
  });
  const status = directLine.connectionStatus$.subscribe(onStatus);
  const element = document.createElement('div');
  element.className = 'conversation';
  chat.replaceChildren(element);
  window.WebChat.renderWebChat(
    {
      adaptiveCardsHostConfig: CARDS,
      directLine,
      enableVoiceMode: false,
      locale: 'fr-FR',
      nonce,
      overrideLocalizedStrings: FRENCH,
      selectVoice: undefined,
      store: window.WebChat.createStore({}, () => (next) => (action) => next(withHeadline(action))),
      styleOptions: styleOptions(),
      webSpeechPonyfillFactory: undefined,
    },
    element,
  );
  window.addEventListener('pagehide', keepToken);
  leave = () => {
    window.removeEventListener('pagehide', keepToken);
    status.unsubscribe();
    directLine.end();
    release();
    leave = () => {};
  };

  function onStatus(value) {
    switch (value) {
      case STATUS.online:
        state.textContent = SAID.online;
        trouble.hidden = true;
        break;
      case STATUS.connecting:
        state.textContent = SAID.connecting;
        break;
      case STATUS.expiredToken:
      case STATUS.ended:
        report(SAID.dead);
        break;
      case STATUS.failedToConnect:
        report(SAID.unreachable);
        break;
    }
  }

  /** The client renews its token by itself; the one to take up after a reload must be as fresh. */
  function keepToken() {
    window.sessionStorage.setItem(STORAGE_KEY, directLine.token);
  }
}

/** Where a card shows the rest of an answer, the bubble above it holds the headline only; the whole text is for clients without cards. */
function withHeadline(action) {
  if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return action;
  const { activity } = action.payload;
  const headline = activity.channelData?.headline;
  if (typeof headline !== 'string') return action;
  return { ...action, payload: { ...action.payload, activity: { ...activity, text: headline } } };
}

function report(sentence) {
  state.textContent = SAID.lost;
  trouble.querySelector('p').textContent = sentence;
  trouble.hidden = false;
}

function focusInput() {
  window.requestAnimationFrame(() => document.querySelector('[data-id="webchat-sendbox-input"]')?.focus());
}

function unfoldWhenWide() {
  about.open = WIDE.matches;
}
