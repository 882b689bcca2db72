/** The conversation of this tab: begun, found again after a reload, erased on the server. */

/** Longer than a busy server takes. Who waits for one that never answers learns nothing. */
const PATIENCE_MS = 15_000;

/**
 * Every function throws when the server does not answer, or answers that it cannot: what was kept stays kept then.
 *
 * @param storageKey where the tab keeps its token; in memory alone when the browser refuses that
 */
export function createTabConversation(storageKey) {
  let token = keptToken(storageKey);
  /** The conversation that no other tab has, and what gives it up. */
  let held = null;

  return { resume, begin, erase, keep };

  /** The conversation that this tab had before, with a fresh token; null when there is none to take up. */
  async function resume() {
    if (token === null) return null;
    const response = await post('/v3/directline/tokens/refresh', token);
    // The token is no good any more (403), or its conversation (404).
    if (response.status === 403 || response.status === 404) return null;
    const conversation = await parsed(response);
    keep(conversation.token);
    if (await hold(conversation.conversationId)) return conversation;
    // The other tab's, which has its own copy of the token.
    keep(null);
    return null;
  }

  async function begin() {
    const conversation = await parsed(await post('/widget/token'));
    await hold(conversation.conversationId);
    keep(conversation.token);
    return conversation;
  }

  /** False when it can no longer be erased from here: the token has expired. */
  async function erase() {
    if (token === null) return true;
    const response = await post(`/v3/directline/conversations/${conversationOf(token)}/forget`, token);
    if (response.status === 403) return false;
    // 404: it was erased before.
    if (response.status !== 404) requireDone(response);
    keep(null);
    return true;
  }

  function keep(fresh) {
    token = fresh;
    try {
      if (fresh === null) window.sessionStorage.removeItem(storageKey);
      else window.sessionStorage.setItem(storageKey, fresh);
    } catch {
      // Site data are blocked, or there is no room: the conversation lasts as long as the page.
    }
  }

  /** Takes the conversation for this tab in the place of the one before; false when another tab has it. */
  async function hold(conversationId) {
    if (held?.conversationId === conversationId) return true;
    const release = await lock(conversationId);
    if (release === null) return false;
    held?.release();
    held = { conversationId, release };
    return true;
  }
}

/** The token that this tab kept; null when there is none. */
export function keptToken(storageKey) {
  try {
    return window.sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** What a token says of itself: a JWT's second part. */
function conversationOf(token) {
  const [, claims] = token.split('.');
  return JSON.parse(window.atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).conv;
}

function post(path, token) {
  return fetch(path, {
    method: 'POST',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    // Browsers of before 2022 wait as long as they want.
    signal: AbortSignal.timeout?.(PATIENCE_MS),
  });
}

function parsed(response) {
  requireDone(response);
  return response.json();
}

function requireDone(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
}

/**
 * A duplicated tab copies sessionStorage, and two tabs on one conversation would throw each other's web socket out for ever. Null
 * when another tab has it. Where the browser has no locks for us (plain http, blocked site data) nothing is held.
 */
function lock(conversationId) {
  const { locks } = window.navigator;
  if (locks === undefined) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    locks
      .request(`conversation ${conversationId}`, { ifAvailable: true }, (held) =>
        held === null ? resolve(null) : new Promise((release) => resolve(release)),
      )
      .catch(() => resolve(() => {}));
  });
}
