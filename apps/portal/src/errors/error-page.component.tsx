import type { ComponentProps, VNode } from 'preact';
import { PublicPage } from '../page/public-page.component.js';
import { ErrorMessage } from './error-message.component.js';

interface ErrorPageProps extends ComponentProps<typeof ErrorMessage> {
  exitUrl: string;
}

/** For melders, and for staff who are not signed in. */
export const ErrorPage = ({ exitUrl, words, back }: ErrorPageProps): VNode => (
  <PublicPage title={words.title} exitUrl={exitUrl}>
    <ErrorMessage words={words} back={back} />
  </PublicPage>
);
