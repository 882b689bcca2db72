/** Adaptive Cards in the conversation: drawn once each, so that what is typed on one stays, in colours that the page's sheet decides. */

import { htmlOf } from './markdown.js';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * Web Chat's attachmentMiddleware for Adaptive Cards.
 *
 * @param library resolves with the AdaptiveCards library
 * @param said the sentences of the page
 * @param hooks Web Chat's own
 * @param say says what a button says, as if it had been typed
 * @param post sends what a button or a form holds
 */
export function cardMiddleware({ library, said, hooks, say, post }) {
  const drawn = new WeakMap();
  /** To the end of the talk, to the box: what Web Chat does when something is typed. Only what it renders can have that of it. */
  let scrollTo, scrollToEnd, focus;
  /** The button that was pressed last, null for a row. */
  let pressed = null;
  const Card = ({ node }) => {
    scrollTo = hooks.useScrollTo();
    scrollToEnd = hooks.useScrollToEnd();
    focus = hooks.useFocus();
    return holderOf(node);
  };
  return () => (next) => (what) => {
    const { content, contentType } = what.attachment;
    if (contentType !== ADAPTIVE_CARD || typeof content !== 'object') return next(what);
    if (!drawn.has(content)) drawn.set(content, elementOf(Card, { node: room(content) }));
    return drawn.get(content);
  };

  function room(content) {
    const element = document.createElement('div');
    element.className = 'card';
    // The library lets no press go up from its buttons; what one unfolds is there a moment later.
    element.addEventListener('click', hear, true);
    // At once if it can be: Web Chat looks then and there whether there is a button, to say so.
    if (window.AdaptiveCards === undefined) library().then(draw);
    else draw(window.AdaptiveCards);
    return element;

    function draw(AdaptiveCards) {
      // The library has no other way in.
      AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
        result.outputHtml = htmlOf(text, said.outside);
        result.didProcess = true;
      };
      // A card that is no button is no stop on the way of the Tab key.
      AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(HOST_CONFIG);
      card.parse(content);
      // Said once, in the live region; on the card it would be a name in the place of what it holds.
      card.speak = undefined;
      card.onExecuteAction = execute;
      const rendered = card.render();
      if (rendered === undefined) return;
      element.append(rendered);
      mend(element);
      new window.MutationObserver(() => mend(element)).observe(element, { childList: true, subtree: true });
    }
  }

  function hear({ target }) {
    pressed = target.closest('button');
    if (pressed !== null) for (const wait of SETTLING_MS) window.setTimeout(bringUnfolded, wait, pressed, scrollTo);
  }

  function execute(action) {
    const type = action.getJsonTypeName();
    if (type === 'Action.OpenUrl' && /^https?:\/\//i.test(action.url))
      window.open(action.url, '_blank', 'noopener,noreferrer');
    if (type !== 'Action.Submit' || action.data === undefined) return;
    // What was chosen stays seen and told on a card that is answered.
    pressed?.setAttribute('aria-current', 'true');
    scrollToEnd();
    focus('sendBoxWithoutKeyboard');
    if (typeof action.data === 'string') say(action.data);
    else post(action.data);
  }
}

/** Pixels left between what is brought into view and the edge. */
const AIR = 12;

/** An element for Web Chat's React 16, which hands its own React to nobody. */
function elementOf(type, props, ref = null) {
  return { $$typeof: Symbol.for('react.element'), type, key: null, ref, props, _owner: null };
}

/** One that holds an element of ours. What is there already must stay there: it may have the focus. */
function holderOf(node) {
  return elementOf('div', { className: 'webchat__adaptive-card-renderer' }, (holder) => {
    if (holder !== null && node.parentNode !== holder) holder.replaceChildren(node);
  });
}

/** After a press, when to look where the unfolded part stands: Web Chat, which kept to the end of the talk, may glide there once more. */
const SETTLING_MS = [20, 80, 200, 400];

/** Brings into view what a press has unfolded, as much as can be beside the button itself. */
function bringUnfolded(button, scrollTo) {
  if (button.ariaExpanded !== 'true' || !button.isConnected) return;
  const talk = button.closest('.webchat__basic-transcript__scrollable');
  const { top, bottom } = talk.getBoundingClientRect();
  const unfolded = button.closest('.ac-actionSet').parentElement.parentElement.getBoundingClientRect();
  const above = button.getBoundingClientRect().top - AIR - top;
  const beyond = Math.min(unfolded.bottom + AIR - bottom, above);
  // By Web Chat's own means, which ends its gliding; at once, since some people cannot bear any.
  if (beyond > 0 || above < -AIR) scrollTo({ scrollTop: talk.scrollTop + beyond }, { behavior: 'auto' });
}

/** What the library draws in a way that a screen reader or a narrow screen cannot follow. */
function mend(card) {
  // Its buttons are items of a menu that there is not.
  for (const button of card.querySelectorAll('.ac-pushButton[role]'))
    for (const name of ['role', 'aria-posinset', 'aria-setsize']) button.removeAttribute(name);
  // The label of a list that is filtered by typing is on a div around the field.
  for (const field of card.querySelectorAll('.ac-choiceSetInput-filtered:not([aria-labelledby])')) {
    const label = field.parentElement.getAttribute('aria-labelledby');
    if (label !== null) field.setAttribute('aria-labelledby', label);
  }
  // Who has no mouse scrolls by the arrows.
  for (const table of card.querySelectorAll('[role=table]:not([data-watched])')) {
    table.dataset.watched = '';
    table.style.setProperty('--columns', String(table.firstElementChild?.childElementCount ?? 1));
    new window.ResizeObserver(() => {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute('tabindex');
    }).observe(table);
  }
}

/** How cards look, where not as the library has it: on the ground of the bubble, in the letters of the page, figures large, buttons in rows. */
const HOST_CONFIG = {
  actions: {
    buttonSpacing: 0,
    maxActions: 20,
    showCard: { inlineTopMargin: 12, style: 'default' },
  },
  containerStyles: {
    default: {
      backgroundColor: 'transparent',
      borderColor: 'var(--line)',
      foregroundColors: { default: inkOf('ink', 'quiet'), accent: inkOf('accent'), attention: inkOf('alert') },
    },
  },
  fontFamily: 'var(--font)',
  fontSizes: { small: 13, default: 15, large: 20, extraLarge: 28 },
  fontWeights: { lighter: 300, bolder: 650 },
  inputs: {
    errorMessage: { color: 'attention' },
    label: { optionalInputs: { weight: 'bolder' }, requiredInputs: { weight: 'bolder' } },
  },
  lineHeights: { small: 19, default: 22, medium: 24, large: 27, extraLarge: 34 },
  separator: { lineColor: 'var(--line)' },
  spacing: { small: 4, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  // Below the h1 and h2 of the page. Without a level a heading is none to a screen reader.
  textBlock: { headingLevel: 3 },
  textStyles: {
    columnHeader: { isSubtle: true, size: 'small', weight: 'bolder' },
    heading: { size: 'default', weight: 'bolder' },
  },
};

function inkOf(name, subtle = name) {
  return { default: `var(--${name})`, subtle: `var(--${subtle})` };
}
