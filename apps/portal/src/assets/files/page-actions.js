/*
 * Small comforts on top of pages that work without them: copy a code, print a page, and put the focus on the
 * error summary. A button that needs this script is hidden until it is here.
 */
(() => {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy);
      const status = document.getElementById(`${button.dataset.copy}-copied`);
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        status.textContent = 'De code is gekopieerd.';
      } catch {
        status.textContent = 'Kopiëren lukt niet op dit toestel. Schrijf de code over.';
      }
    });
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  document.querySelector('[data-error-summary]')?.focus();
})();
