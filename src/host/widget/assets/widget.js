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
      close: 'Fermer l’assistant',
      panel: 'Assistant Transformation publique',
      unread: (count) => (count > 1 ? `${count} nouveaux messages` : 'Un nouveau message'),
    },
    en: {
      open: 'Ask the assistant a question',
      close: 'Close the assistant',
      panel: 'Public Transformation Assistant',
      unread: (count) => (count > 1 ? `${count} new messages` : 'A new message'),
    },
  }[LOCALE];
  const DEFAULT_COLOR = '#000091';
  const SIDE = position === 'left' ? 'left' : 'right';
  const THEME = ['light', 'dark'].includes(theme) ? theme : 'auto';
  const COLOR = readable(color);
  /** Widgets of one page stand one above the other. */
  const RANK = document.querySelectorAll('assistant-widget').length;

  // In pixels: the page's root may have any size of letters.
  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .opener {
      position: fixed; ${SIDE}: 16px; bottom: ${16 + RANK * 64}px; z-index: 2147483000;
      display: flex; align-items: center; gap: 8px; min-height: 48px; max-width: calc(100vw - 32px);
      padding: 8px 18px; border: 2px solid #fff; border-radius: 24px;
      background: ${COLOR}; color: #fff; box-shadow: 0 2px 10px rgb(0 0 0 / .3);
      font: 600 16px/1.25 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', 'DejaVu Sans', sans-serif;
      text-align: left; cursor: pointer;
    }
    .opener:focus-visible { outline: 3px solid ${COLOR}; outline-offset: 3px; }
    .opener svg { flex: none; }
    .badge { padding: 1px 8px; border-radius: 16px; background: #fff; color: #8f0000; font-weight: 700; }
    .badge:empty { display: none; }
    .panel {
      position: fixed; ${SIDE}: 16px; bottom: ${80 + RANK * 64}px; z-index: 2147483001;
      width: min(416px, calc(100vw - 32px)); height: min(672px, calc(100dvh - ${96 + RANK * 64}px));
      border: 1px solid #6a6a7d; border-radius: 12px; overflow: hidden; background: #fff;
      box-shadow: 0 6px 30px rgb(0 0 0 / .3);
    }
    .panel[hidden] { display: none; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    @media (max-width: 480px), (max-height: 480px) {
      .panel { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .panel { animation: rise .18s ease-out; }
      @keyframes rise { from { opacity: 0; translate: 0 12px; } }
    }
    @media (forced-colors: active) { .opener, .panel { border-color: ButtonText; } }
    @media print { .opener, .panel { display: none; } }
  `;

  if (document.body === null) document.addEventListener('DOMContentLoaded', mount);
  else mount();

  function mount() {
    const host = document.createElement('assistant-widget');
    // A page's "!important" is weaker than that of a style attribute.
    for (const [name, value] of [
      ['all', 'initial'],
      ['display', 'block'],
    ])
      host.style.setProperty(name, value, 'important');
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new window.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];

    const panel = document.createElement('div');
    panel.className = 'panel';
    panel.id = 'panel';
    panel.hidden = true;
    panel.setAttribute('role', 'dialog');
    panel.setAttribute('aria-label', SAID.panel);
    const opener = document.createElement('button');
    opener.type = 'button';
    opener.className = 'opener';
    opener.lang = LOCALE;
    opener.setAttribute('aria-expanded', 'false');
    opener.setAttribute('aria-controls', 'panel');
    const words = document.createElement('span');
    words.textContent = label ?? SAID.open;
    const badge = document.createElement('span');
    badge.className = 'badge';
    badge.setAttribute('role', 'status');
    opener.append(bubble(), words, badge);
    root.append(opener, panel);
    document.body.append(host);

    let frame = null;
    let unread = 0;
    opener.addEventListener('click', () => (panel.hidden ? open() : close()));
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !panel.hidden) close();
    });
    window.addEventListener('message', ({ source, origin: sender, data }) => {
      if (frame === null || source !== frame.contentWindow || sender !== origin) return;
      if (data?.type === 'assistant-close') close();
      if (data?.type === 'assistant-ready') tell(!panel.hidden);
      if (data?.type === 'assistant-message' && panel.hidden) count(unread + 1);
    });

    function open() {
      if (frame === null) {
        frame = document.createElement('iframe');
        frame.title = SAID.panel;
        const query = new window.URLSearchParams({ lang: LOCALE, theme: THEME, color: COLOR, rank: String(RANK) });
        frame.src = `${origin}/widget/frame?${query}`;
        panel.append(frame);
      }
      panel.hidden = false;
      opener.setAttribute('aria-expanded', 'true');
      if (label === undefined) words.textContent = SAID.close;
      count(0);
      frame.focus();
      tell(true);
    }

    function close() {
      panel.hidden = true;
      opener.setAttribute('aria-expanded', 'false');
      words.textContent = label ?? SAID.open;
      tell(false);
      opener.focus();
    }

    function tell(isShown) {
      frame?.contentWindow?.postMessage({ type: 'assistant-shown', isShown }, origin);
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

  function bubble() {
    const space = 'http://www.w3.org/2000/svg';
    const picture = document.createElementNS(space, 'svg');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('width', '24');
    picture.setAttribute('height', '24');
    picture.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(space, 'path');
    path.setAttribute('fill', 'currentColor');
    path.setAttribute(
      'd',
      'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm2 4v2h12V7zm0 4v2h8v-2z',
    );
    picture.append(path);
    return picture;
  }
})();
