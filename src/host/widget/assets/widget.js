/**
 * The widget that any site embeds: `<script src="https://…/widget.js" data-lang="fr" data-position="right" data-color="#000091"></script>`.
 * A button, and behind it a frame of the assistant's own site. Nothing is loaded, asked or stored before the button is pressed.
 * It lives in a shadow tree with a constructed style sheet, so that neither the page's styles nor its Content-Security-Policy reach it.
 */
(() => {
  'use strict';

  const script = document.currentScript;
  if (script === null) return;
  const origin = new URL(script.src).origin;
  const { lang, position, color, theme, label } = script.dataset;
  const LOCALE = (lang ?? script.closest('[lang]')?.lang ?? document.documentElement.lang ?? '')
    .toLowerCase()
    .startsWith('en')
    ? 'en'
    : 'fr';
  const SAID = {
    fr: {
      open: 'Poser une question à l’assistant',
      leave: 'Fermer',
      panel: 'Assistant Transformation publique',
      opening: 'Ouverture de la conversation…',
      unreachable: 'L’assistant ne répond pas.',
      retry: 'Réessayer',
      unread: (count) => (count > 1 ? `${count} nouveaux messages` : 'Un nouveau message'),
    },
    en: {
      open: 'Ask the assistant a question',
      leave: 'Close',
      panel: 'Public Transformation Assistant',
      opening: 'Opening the conversation…',
      unreachable: 'The assistant does not answer.',
      retry: 'Try again',
      unread: (count) => (count > 1 ? `${count} new messages` : 'A new message'),
    },
  }[LOCALE];
  const DEFAULT_COLOR = '#000091';
  const SIDE = position === 'left' ? 'left' : 'right';
  const THEME = ['light', 'dark'].includes(theme) ? theme : 'auto';
  const COLOR = readable(color);
  /** Widgets of one page stand one above the other. */
  const RANK = document.querySelectorAll('assistant-widget').length;

  /** How long a server may say nothing, and how long a frame that is loaded, be it by an error page. */
  const PATIENCE_MS = { silent: 5_000, loaded: 500 };

  const SMALL = '(max-width: 480px), (max-height: 480px)';
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', 'DejaVu Sans', sans-serif";
  // As in the base sheet, which only the frame loads.
  const DARK = '.panel { --ink: #f1f1f4; --accent: #b0b0ff; --paper: #1f1f26; --line: #3b3b47; }';
  // In pixels: the page's root may have any size of letters.
  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .opener {
      position: fixed; ${SIDE}: 16px; bottom: ${16 + RANK * 64}px; z-index: 2147483000;
      display: flex; align-items: center; gap: 8px; min-height: 48px; max-width: calc(100vw - 32px);
      padding: 8px 18px; border: 2px solid #fff; border-radius: 24px;
      background: ${COLOR}; color: #fff; box-shadow: 0 2px 10px rgb(0 0 0 / .3);
      font: 600 16px/1.25 ${FONT};
      text-align: left; cursor: pointer;
    }
    .opener:focus-visible { outline: 3px solid ${COLOR}; outline-offset: 3px; }
    .opener svg { flex: none; }
    .opener[aria-expanded='true'] { display: none; }
    .badge { padding: 1px 8px; border-radius: 16px; background: #fff; color: #8f0000; font-weight: 700; }
    .badge:empty { display: none; }
    .panel {
      --ink: #161616; --accent: ${COLOR}; --paper: #fff; --line: #dddde5;
      position: fixed; ${SIDE}: 16px; bottom: ${16 + RANK * 64}px; z-index: 2147483001;
      width: min(416px, calc(100vw - 32px)); height: min(704px, calc(100dvh - ${32 + RANK * 64}px));
      border: 1px solid var(--line); border-radius: 16px; overflow: hidden; background: var(--paper);
      box-shadow: 0 1px 3px rgb(0 0 40 / .2), 0 12px 48px rgb(0 0 40 / .25);
    }
    ${{ light: '', dark: DARK, auto: `@media (prefers-color-scheme: dark) { ${DARK} }` }[THEME]}
    iframe { display: block; width: 100%; height: 100%; border: 0; border-radius: inherit; }
    .panel:not(.ready) iframe { visibility: hidden; }
    .lobby { position: absolute; inset: 0; overflow: auto; color: var(--ink); font: 16px/1.5 ${FONT}; }
    .bar { display: flex; align-items: center; height: 48px; padding: 0 6px 0 12px; border-bottom: 1px solid var(--line); }
    .bar span { flex: 1; color: var(--accent); font-weight: 700; line-height: 1.15; }
    .lobby .close { display: grid; place-items: center; width: 36px; min-height: 36px; padding: 0; border: 0; }
    .lobby p { margin: 16px 14px; }
    .lobby button { border-radius: 8px; background: var(--paper); color: var(--accent); cursor: pointer; }
    .lobby .retry {
      min-height: 44px; margin: 0 14px 16px; padding: 4px 16px; border: 1px solid var(--line); font: 600 16px/1.25 ${FONT};
    }
    .lobby button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .panel[hidden], .ready .lobby, .lobby .retry[hidden] { display: none; }
    @media ${SMALL} {
      .panel { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .panel { animation: rise .18s ease-out; }
      @keyframes rise { from { opacity: 0; translate: 0 12px; } }
    }
    @media (forced-colors: active) { .opener, .panel { border-color: ButtonText; } }
    @media print { .opener, .panel { display: none; } }
  `;

  const BUBBLE =
    'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm2 4v2h12V7zm0 4v2h8v-2z';
  const CROSS = 'M6.7 5.3 12 10.6l5.3-5.3 1.4 1.4-5.3 5.3 5.3 5.3-1.4 1.4-5.3-5.3-5.3 5.3-1.4-1.4 5.3-5.3-5.3-5.3z';

  if (document.body === null) document.addEventListener('DOMContentLoaded', mount);
  else mount();

  function mount() {
    const host = document.createElement('assistant-widget');
    // A page's "!important" is weaker than that of a style attribute.
    host.style.cssText = 'all: initial !important; display: block !important';
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];

    const wayOut = makeButton({ class: 'close', 'aria-label': SAID.leave, title: SAID.leave }, drawn(CROSS, 20));
    const state = make('p', { class: 'state', role: 'status' });
    const retry = makeButton({ class: 'retry' }, SAID.retry);
    const bar = make('div', { class: 'bar' }, make('span', {}, SAID.panel), wayOut);
    // What the panel shows until the frame is ready: the frame may hold an error page of the browser, in which nothing closes it.
    const lobby = make('div', { class: 'lobby' }, bar, state, retry);
    const told = { lang: LOCALE, role: 'dialog', 'aria-label': SAID.panel };
    const panel = make('div', { class: 'panel', id: 'panel', hidden: '', ...told }, lobby);

    const words = make('span', {}, label ?? SAID.open);
    const badge = make('span', { class: 'badge', role: 'status' });
    const controls = { 'aria-expanded': 'false', 'aria-controls': 'panel' };
    const opener = makeButton({ class: 'opener', lang: LOCALE, ...controls }, drawn(BUBBLE, 24), words, badge);
    root.append(opener, panel);
    document.body.append(host);

    const small = window.matchMedia(SMALL);
    let frame = null;
    let isReady = false;
    let patience;
    /** What we made inert behind the panel. What the page itself made so is not ours to undo. */
    let covered = [];
    let unread = 0;
    opener.addEventListener('click', open);
    wayOut.addEventListener('click', close);
    retry.addEventListener('click', () => {
      begin();
      wayOut.focus();
    });
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !panel.hidden) close();
    });
    small.addEventListener('change', () => {
      cover();
      if (covered.length > 0 && document.activeElement !== host) focus();
    });
    window.addEventListener('message', ({ source, origin: sender, data }) => {
      if (frame === null || source !== frame.contentWindow || sender !== origin) return;
      if (data?.type === 'assistant-close') close();
      if (data?.type === 'assistant-ready') welcome();
      if (data?.type === 'assistant-message' && panel.hidden) count(unread + 1);
    });

    function open() {
      panel.hidden = false;
      opener.setAttribute('aria-expanded', 'true');
      count(0);
      if (frame === null) begin();
      cover();
      focus();
      tell(true);
    }

    function close() {
      panel.hidden = true;
      opener.setAttribute('aria-expanded', 'false');
      cover();
      tell(false);
      if (!isReady) end();
      opener.focus();
    }

    /** A frame in the place of the one before, if any. */
    function begin() {
      end();
      frame = document.createElement('iframe');
      frame.title = SAID.panel;
      const query = new window.URLSearchParams({ lang: LOCALE, theme: THEME, color: COLOR, rank: String(RANK) });
      frame.src = `${origin}/widget/frame?${query}`;
      frame.addEventListener('load', () => expect(PATIENCE_MS.loaded));
      panel.append(frame);
      state.textContent = SAID.opening;
      retry.hidden = true;
      expect(PATIENCE_MS.silent);
    }

    function end() {
      clearTimeout(patience);
      frame?.remove();
      frame = null;
    }

    /** Says so when the frame is not ready by then. One that comes later is welcome all the same. */
    function expect(milliseconds) {
      clearTimeout(patience);
      if (isReady) return;
      patience = setTimeout(() => {
        state.textContent = SAID.unreachable;
        retry.hidden = false;
      }, milliseconds);
    }

    function welcome() {
      clearTimeout(patience);
      const isAwaited = lobby.contains(root.activeElement);
      isReady = true;
      panel.classList.add('ready');
      if (isAwaited) focus();
      tell(!panel.hidden);
    }

    function focus() {
      (isReady ? frame : wayOut).focus();
    }

    function tell(isShown) {
      if (isReady) frame.contentWindow.postMessage({ type: 'assistant-shown', isShown }, origin);
    }

    /** While the panel fills the window nothing behind it can be reached. A dialog that the page opens over it can. */
    function cover() {
      for (const element of covered) element.inert = false;
      const isFull = !panel.hidden && small.matches;
      host.toggleAttribute('open', !panel.hidden);
      panel.setAttribute('aria-modal', String(isFull));
      covered = isFull
        ? [...document.body.children].filter(
            (element) =>
              element !== host && !element.inert && !element.matches('assistant-widget[open], dialog:not([open])'),
          )
        : [];
      for (const element of covered) element.inert = true;
    }

    /** On the button, and before the title of the page for whoever looks at another tab. */
    function count(number) {
      unread = number;
      badge.textContent = number === 0 ? '' : String(number);
      badge.setAttribute('aria-label', number === 0 ? '' : SAID.unread(number));
      const title = document.title.replace(/^\(\d+\) /, '');
      document.title = number === 0 ? title : `(${number}) ${title}`;
    }
  }

  /** The colour asked for when white is legible on it (4.5:1), else the default one. */
  function readable(asked) {
    if (asked === undefined) return DEFAULT_COLOR;
    const hex = /^#?([0-9a-f]{6})$/i.exec(asked)?.[1];
    const parts = hex === undefined ? [] : [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
    const [red = 1, green = 1, blue = 1] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    const contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
    if (contrast >= 4.5) return `#${hex.toLowerCase()}`;
    console.warn(`assistant: data-color="${asked}" is not used: write #rrggbb, dark enough for white letters (4.5:1)`);
    return DEFAULT_COLOR;
  }

  function make(name, attributes, ...children) {
    const space = ['svg', 'path'].includes(name) ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml';
    const element = document.createElementNS(space, name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  }

  function makeButton(attributes, ...children) {
    return make('button', { type: 'button', ...attributes }, ...children);
  }

  /** A picture of 24 × 24. */
  function drawn(lines, size) {
    const path = make('path', { fill: 'currentColor', d: lines });
    return make('svg', { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true' }, path);
  }
})();
