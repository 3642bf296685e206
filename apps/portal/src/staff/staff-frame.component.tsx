import type { ComponentChildren, VNode } from 'preact';
import { BrandLink, PageFrame } from '../page/page-frame.component.js';
import { CSRF_FIELD } from '../session/csrf-field.js';
import type { StaffSession } from '../session/staff-session.js';

interface StaffFrameProps {
  title: string;
  session: StaffSession;
  /** Where in the menu this is. */
  section: 'WORKLIST' | 'CASE' | 'ERROR';
  children: ComponentChildren;
}

export const CsrfInput = ({ session }: { session: StaffSession }): VNode => (
  <input type="hidden" name={CSRF_FIELD} value={session.csrfToken} />
);

const StaffHeader = ({ session, section }: Pick<StaffFrameProps, 'session' | 'section'>): VNode => (
  <header class="op-header">
    <div class="op-wrap op-wrap--wide op-header__row">
      <BrandLink href="/werklijst" />
      <nav class="op-header__nav" aria-label="Hoofdmenu">
        <ul>
          <li>
            <a href="/werklijst" aria-current={section === 'WORKLIST' ? 'page' : undefined}>
              Werklijst
            </a>
          </li>
        </ul>
      </nav>
      <form method="post" action="/logout">
        <CsrfInput session={session} />
        <span>{session.actor.name} </span>
        <button class="op-button op-button--link" type="submit">
          Afmelden
        </button>
      </form>
    </div>
  </header>
);

const StaffFooter = (): VNode => (
  <footer class="op-footer">
    <div class="op-wrap op-wrap--wide">
      <p>Elke inzage in een melding wordt bijgehouden. Onafhankelijke toepassing met verzonnen gegevens.</p>
    </div>
  </footer>
);

/** A page for signed-in staff. */
export const StaffFrame = ({ title, session, section, children }: StaffFrameProps): VNode => (
  <PageFrame
    title={title}
    width="wide"
    header={<StaffHeader session={session} section={section} />}
    footer={<StaffFooter />}
  >
    {children}
  </PageFrame>
);
