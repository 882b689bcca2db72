/** Tells the page around, before Web Chat is fetched, that the assistant's server is there: on a slow line the rest takes a while. */
if (window.parent !== window) window.parent.postMessage({ type: 'assistant-loading' }, '*');
