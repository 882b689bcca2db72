/** The inside of the widget: the conversation, the notice, and what the page around is told. */

import { createChat } from './chat.js';
import { FRENCH, SAID as FRENCH_SAID } from './page-french.js';
import { SAID as ENGLISH_SAID } from './page-english.js';
import { troubleIn } from './trouble.js';

const { lang, theme, rank, color } = document.documentElement.dataset;
const isFrench = lang === 'fr';
const said = isFrench ? FRENCH_SAID : ENGLISH_SAID;
// The browser hides the attribute from scripts and styles, and gives the value to the element's own script.
const { nonce } = document.querySelector('script[nonce]');
const state = document.querySelector('#state');
const notice = document.querySelector('#notice');
const done = document.querySelector('#done');
/** The page that holds the frame. Its origin is not told to us, and what it is told holds nothing of the conversation. */
const outside = window.parent === window ? null : window.parent;
let isShown = true;

const chat = createChat({
  element: document.querySelector('#chat'),
  // Widgets of one page share the storage of this site.
  storageKey: `assistant-widget-${rank}`,
  locale: isFrench ? 'fr-FR' : 'en-GB',
  said,
  strings: isFrench ? FRENCH : undefined,
  nonce,
  theme,
  accent: color,
  onState: (sentence) => {
    state.textContent = sentence;
  },
  onTrouble: troubleIn(document.querySelector('#trouble'), {
    open: () => begin(() => chat.open({ isNew: false })),
    renew,
    forget,
  }),
  onMessage: () => {
    if (!isShown) tell('assistant-message');
  },
});

document.querySelector('#close').addEventListener('click', () => tell('assistant-close'));
document.querySelector('#renew').addEventListener('click', renew);
document.querySelector('#forget').addEventListener('click', forget);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) tell('assistant-close');
});
window.addEventListener('message', ({ source, data }) => {
  if (source !== outside || data?.type !== 'assistant-shown') return;
  isShown = data.isShown === true;
  if (isShown) chat.focus();
});
document.querySelector('#close').hidden = outside === null;
// From here on the frame can be closed from inside, and says itself what goes wrong.
tell('assistant-ready');
chat.open({ isNew: false }).then(() => {
  if (isShown) chat.focus();
});

function renew() {
  return begin(() => chat.open({ isNew: true }));
}

function forget() {
  return begin(async () => {
    if (!(await chat.forget())) return false;
    notice.open = false;
    done.textContent = said.forgotten;
    return true;
  });
}

/** Does what a button asks, one thing at a time. When it fails the focus stays where it was. */
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
  pressed.focus();
}

function tell(type) {
  outside?.postMessage({ type }, '*');
}
