/** The screen: the conversation, the notice, and what the page around is told when it is in a frame. */

import { createChat } from './chat.js';
import { createLobby } from './lobby.js';
import { keptToken } from './tab-conversation.js';

/** Where the notice stands beside the conversation for good. */
const WIDE = window.matchMedia('(min-width: 64rem)');

const { lang, storage } = document.documentElement.dataset;
const { SAID: said, WEB_CHAT_SAYS: strings } = await import(`./said-${lang}.js`);
// The browser hides the attribute from scripts and styles, and gives the value to the element's own script.
const { nonce, dataset } = document.querySelector('script[nonce]');
const state = document.querySelector('#state');
const about = document.querySelector('#about');
const done = document.querySelector('#done');
/** What is said when something is wrong, with the button that mends it. */
const trouble = document.querySelector('#trouble');
const [sentence, mend] = trouble.children;
/** What the button does, by the orders of createChat's onTrouble. */
const ORDERS = { open: () => begin(() => chat.open({ isNew: false })), renew, forget };
let ordered = null;
const closeButton = document.querySelector('#close');
/** The page that holds the frame. Its origin is not told to us, and what it is told holds nothing of the conversation. */
const outside = window.parent === window ? null : window.parent;
const isWide = () => closeButton === null && WIDE.matches;
let isShown = true;

const webChat = fetchedOnce(dataset.webChat, () => window.WebChat);
const cards = fetchedOnce(dataset.cards, () => window.AdaptiveCards);

const chat = createChat({
  element: document.querySelector('#chat'),
  lobby: createLobby(document.querySelector('#lobby'), { isAwaited: keptToken(storage) !== null }),
  storageKey: storage,
  locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
  said,
  strings,
  nonce,
  libraries: { webChat, cards },
  onState: (standing, sentence) => {
    state.dataset.standing = standing;
    state.textContent = sentence;
  },
  onTrouble: (told) => {
    trouble.hidden = told === null;
    sentence.textContent = told?.sentence ?? '';
    mend.textContent = told?.label ?? '';
    ordered = told?.order ?? null;
    mend.hidden = ordered === null;
  },
  onMessage: () => {
    if (!isShown) tell('assistant-message');
  },
});

mend.addEventListener('click', () => ORDERS[ordered]());
document.querySelector('#renew').addEventListener('click', renew);
document.querySelector('#forget').addEventListener('click', forget);
closeButton?.addEventListener('click', () => tell('assistant-close'));
if (closeButton !== null) closeButton.hidden = outside === null;
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (!about.open || isWide()) return tell('assistant-close');
  about.open = false;
  about.querySelector('summary').focus();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (about.open && !isWide() && !about.contains(target)) about.open = false;
});
WIDE.addEventListener('change', unfoldWhenWide);
unfoldWhenWide();
window.addEventListener('message', ({ source, data }) => {
  if (source !== outside || data?.type !== 'assistant-shown') return;
  isShown = data.isShown === true;
  if (isShown) chat.focus();
});
// From here on the frame can be closed from inside, takes questions, and says itself what goes wrong.
tell('assistant-ready');
chat.open({ isNew: false });
// The first card comes with the first answer.
webChat().then(cards, () => {});

function renew() {
  return begin(() => chat.open({ isNew: true }));
}

function forget() {
  return begin(async () => {
    // What comes of it is said under the sheet.
    unfoldWhenWide();
    if (!(await chat.forget())) return false;
    done.textContent = said.forgotten;
    return true;
  });
}

/** Does what a button asks, one thing at a time. When it fails the focus stays where it was, or goes to what mends it. */
async function begin(act) {
  const pressed = document.activeElement;
  done.textContent = '';
  const buttons = [...document.querySelectorAll('#renew, #forget, #trouble button')];
  for (const button of buttons) button.disabled = true;
  try {
    if (await act()) {
      chat.focus();
      return;
    }
  } finally {
    for (const button of buttons) button.disabled = false;
  }
  if (pressed.offsetParent === null) mend.focus();
  else pressed.focus();
}

function unfoldWhenWide() {
  about.open = isWide();
}

function tell(type) {
  outside?.postMessage({ type }, '*');
}

/** Fetches a script when first asked, again when it failed; resolves with what it leaves on the window. */
function fetchedOnce(address, left) {
  let fetched = null;
  return () => {
    fetched ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', () => resolve(left()));
      script.addEventListener('error', () => {
        fetched = null;
        script.remove();
        reject(new Error(`${address} could not be fetched`));
      });
      document.head.append(script);
    });
    return fetched;
  };
}
