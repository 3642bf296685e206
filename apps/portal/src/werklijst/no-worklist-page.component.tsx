import type { VNode } from 'preact';
import type { StaffSession } from '../session/staff-session.js';
import { StaffFrame } from '../staff/staff-frame.component.js';

/** For somebody who is signed in, but whose role has no business with cases. */
export const NoWorklistPage = ({ session }: { session: StaffSession }): VNode => (
  <StaffFrame title="Geen toegang tot de werklijst" session={session} section="WORKLIST">
    <h1>Je ziet hier geen zaken</h1>
    <p>
      Je rol geeft geen toegang tot zaken. Heb je die toch nodig? Vraag het aan je teamcoördinator, of meld je
      af en meld je aan met een ander account.
    </p>
  </StaffFrame>
);
