import type { Page } from 'playwright-core';

/** What somebody without a mouse cannot do on a page; empty when everything can be reached and seen. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const reachable = await page.evaluate(() => {
    const isRadioBesideChecked = (element: HTMLElement): boolean =>
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)].indexOf(
        element,
      ) > 0;
    document.body.focus();
    const controls = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary'),
    ].filter((element) => element.checkVisibility() && !isRadioBesideChecked(element));
    controls.forEach((element, index) => (element.dataset['stop'] = String(index)));
    window.scrollTo(0, 0);
    (document.activeElement as HTMLElement | null)?.blur();
    // Day, month, year and calendar of a date field are stops of their own.
    return {
      controls: controls.length,
      presses: controls.length + 4 * document.querySelectorAll('[type=date]').length,
    };
  });
  const reached = new Set<string>();
  const faults: string[] = [];
  for (let presses = 0; presses < reachable.presses + 2 && reached.size < reachable.controls; presses += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element.dataset['stop'] === undefined) return undefined;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const near = element.closest('.op-option, .op-skip, label') ?? element;
      const marked = [element, near, element.nextElementSibling].some((one) => {
        if (one === null) return false;
        const { outlineStyle, boxShadow } = getComputedStyle(one);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
      return {
        stop: element.dataset['stop'],
        told: element.outerHTML.slice(0, 120),
        isInSight: box.bottom > 0 && box.top < window.innerHeight && style.visibility === 'visible',
        isMarked: marked,
      };
    });
    if (seen === undefined) continue;
    reached.add(seen.stop);
    if (!seen.isInSight) faults.push(`out of sight: ${seen.told}`);
    if (!seen.isMarked) faults.push(`no sign of the focus: ${seen.told}`);
  }
  if (reached.size < reachable.controls)
    faults.push(`${reachable.controls - reached.size} controls cannot be reached`);
  return faults;
}
