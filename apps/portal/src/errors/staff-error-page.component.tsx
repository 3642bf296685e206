import type { VNode } from 'preact';
import type { StaffSession } from '../session/staff-session.js';
import { StaffFrame } from '../staff/staff-frame.component.js';
import { ErrorMessage } from './error-message.component.js';
import type { ErrorWords } from './error-words.js';

interface StaffErrorPageProps {
  session: StaffSession;
  words: ErrorWords;
}

/** For who is signed in: still signed in, with the menu and the way to the worklist. */
export const StaffErrorPage = ({ session, words }: StaffErrorPageProps): VNode => (
  <StaffFrame title={words.title} session={session} section="ERROR">
    <ErrorMessage words={words} back="/werklijst" />
  </StaffFrame>
);
