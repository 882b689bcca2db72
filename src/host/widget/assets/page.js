/** The demonstration page: one conversation in the middle of it. */

import { createChat } from './chat.js';
import { FRENCH, SAID } from './page-french.js';

const WIDE = window.matchMedia('(min-width: 60rem)');

const state = document.querySelector('#state');
const trouble = document.querySelector('#trouble');
const renewButton = document.querySelector('#renew');
const restartButton = document.querySelector('#restart');
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
  onTrouble: (sentence) => {
    trouble.querySelector('p').textContent = sentence ?? '';
    trouble.hidden = sentence === null;
  },
});

renewButton.addEventListener('click', () => open({ isNew: true }));
restartButton.addEventListener('click', () => open({ isNew: true }));
WIDE.addEventListener('change', unfoldWhenWide);
unfoldWhenWide();
open({ isNew: false });

async function open(choice) {
  renewButton.disabled = true;
  await chat.open(choice);
  renewButton.disabled = false;
}

function unfoldWhenWide() {
  about.open = WIDE.matches;
}
