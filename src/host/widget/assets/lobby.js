/**
 * What is there before Web Chat: it takes questions, and hands them over with what is half typed.
 *
 * @param element holds the welcome, the examples as links and the form
 * @param isAwaited whether a conversation of before is to come, which begins with no welcome
 */
export function createLobby(element, { isAwaited }) {
  const form = element.querySelector('form');
  const field = form.elements.q;
  const asked = [];
  let isComposing = false;
  element.classList.toggle('awaited', isAwaited);
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask(field.value);
    field.value = '';
  });
  element.querySelector('.chips').addEventListener('click', (event) => {
    const example = event.target.closest('a');
    if (example === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(example.textContent);
    field.focus();
  });
  field.addEventListener('compositionstart', () => {
    isComposing = true;
  });
  field.addEventListener('compositionend', () => {
    isComposing = false;
  });

  return { isThere: () => element.isConnected, focus: () => field.focus(), leave };

  function ask(text) {
    if (text.trim() === '') return;
    asked.push(text);
    const bubble = document.createElement('p');
    bubble.className = 'said mine';
    bubble.textContent = text;
    element.querySelector('.talk').append(bubble);
    bubble.scrollIntoView({ block: 'end' });
    element.querySelector('.chips').hidden = true;
  }

  /** Gives way at once, or when the letter being composed is whole. `take` gets the questions, the draft and where the cursor stands in it. */
  function leave(take) {
    if (!element.isConnected) return;
    if (isComposing) {
      field.addEventListener('compositionend', () => setTimeout(() => leave(take)), { once: true });
      return;
    }
    take({
      asked,
      draft: field.value,
      selection: [field.selectionStart, field.selectionEnd],
      hasFocus: element.contains(document.activeElement),
    });
    element.remove();
  }
}
