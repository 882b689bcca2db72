/** The demonstration page: one conversation in the middle of it. */

import { createChat } from './chat.js';
import { FRENCH, SAID } from './page-french.js';
import { troubleIn } from './trouble.js';

const WIDE = window.matchMedia('(min-width: 60rem)');

const state = document.querySelector('#state');
const renewButton = document.querySelector('#renew');
const about = document.querySelector('#about');
// The browser hides the attribute from scripts and styles, and gives the value to the element's own script.
const { nonce } = document.querySelector('script[nonce]');

const chat = createChat({
  element: document.querySelector('#chat'),
  storageKey: 'assistant-conversation',
  locale: 'fr-FR',
  said: SAID,
  strings: FRENCH,
  nonce,
  theme: 'light',
  onState: (sentence) => {
    state.textContent = sentence;
  },
  onTrouble: troubleIn(document.querySelector('#trouble'), {
    open: () => press({ isNew: false }),
    renew: () => press({ isNew: true }),
  }),
});

renewButton.addEventListener('click', () => press({ isNew: true }));
WIDE.addEventListener('change', unfoldWhenWide);
unfoldWhenWide();
open({ isNew: false });

/** What a button asks for. The focus goes to the conversation, or stays where it was when there is none. */
async function press(choice) {
  const pressed = document.activeElement;
  if (await open(choice)) chat.focus();
  else pressed.focus();
}

async function open(choice) {
  renewButton.disabled = true;
  try {
    return await chat.open(choice);
  } finally {
    renewButton.disabled = false;
  }
}

function unfoldWhenWide() {
  about.open = WIDE.matches;
}
