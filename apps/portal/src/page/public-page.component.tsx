import type { ComponentChildren, VNode } from 'preact';
import { ExitPage } from './exit-page.component.js';
import { BrandLink, PageFrame } from './page-frame.component.js';
import { PublicFooter } from './public-footer.component.js';

interface PublicPageProps {
  title: string;
  /** Where "Verlaat deze site snel" goes. */
  exitUrl: string;
  children: ComponentChildren;
}

const PublicHeader = (): VNode => (
  <header class="op-header">
    <div class="op-wrap op-header__row">
      <BrandLink href="/" />
      <nav class="op-header__nav" aria-label="Hoofdmenu">
        <ul>
          <li>
            <a href="/melden">Iets melden</a>
          </li>
          <li>
            <a href="/opvolgen">Melding opvolgen</a>
          </li>
        </ul>
      </nav>
    </div>
  </header>
);

/** Says what comes before any form (domain.md 2.3, first screen rule). */
const EmergencyBar = (): VNode => (
  <div class="op-emergency" role="region" aria-label="Bij levensgevaar">
    <p class="op-wrap">
      Is er nu een kind in levensgevaar? <a href="tel:112">Bel 112.</a>
    </p>
  </div>
);

/** A page that everybody may see: way out, 112 sentence, content, footer. */
export const PublicPage = ({ title, exitUrl, children }: PublicPageProps): VNode => (
  <PageFrame
    title={title}
    width="text"
    header={
      <>
        <PublicHeader />
        <ExitPage url={exitUrl} />
        <EmergencyBar />
      </>
    }
    footer={<PublicFooter />}
  >
    {children}
  </PageFrame>
);
