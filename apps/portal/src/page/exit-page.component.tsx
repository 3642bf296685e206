import type { VNode } from 'preact';

/** A way out at any moment: an ordinary link, so that it works without script (pattern "Exit this page"). */
export const ExitPage = ({ url }: { url: string }): VNode => (
  <div class="op-exit op-no-print" role="region" aria-label="Site verlaten">
    <div class="op-wrap op-exit__row">
      <p class="op-exit__hint" data-exit-hint="" hidden>
        Of druk drie keer op Esc.
      </p>
      <a class="op-exit__link" href={url} rel="noreferrer nofollow" data-exit-page="">
        Verlaat deze site snel
      </a>
    </div>
  </div>
);
