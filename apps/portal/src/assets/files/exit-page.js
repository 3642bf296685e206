/*
 * Leaves without a trace in "back": the link itself works without this script. Escape or Shift three times in a row,
 * within two seconds, does the same as the link.
 */
(() => {
  const link = document.querySelector('[data-exit-page]');
  if (!(link instanceof HTMLAnchorElement)) return;

  const leave = () => {
    document.documentElement.classList.add('op-leaving');
    document.title = '…';
    location.replace(link.href);
  };

  let presses = [];
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Shift') {
      presses = [];
      return;
    }
    const now = Date.now();
    presses = [
      ...presses.filter((press) => press.key === event.key && now - press.at < 2000),
      { key: event.key, at: now },
    ];
    if (presses.length >= 3) leave();
  });
  const hint = document.querySelector('[data-exit-hint]');
  if (hint instanceof HTMLElement) hint.hidden = false;
})();
