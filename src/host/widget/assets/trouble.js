/**
 * What is said when something is wrong, with the button that mends it.
 *
 * @param element holds a paragraph and a button
 * @param orders what each order of createChat's onTrouble does
 */
export function troubleIn(element, orders) {
  const button = element.querySelector('button');
  let act = () => {};
  button.addEventListener('click', () => act());
  return (trouble) => {
    element.hidden = trouble === null;
    element.querySelector('p').textContent = trouble?.sentence ?? '';
    button.textContent = trouble?.label ?? '';
    button.hidden = (trouble?.order ?? null) === null;
    act = orders[trouble?.order] ?? act;
  };
}
