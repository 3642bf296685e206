import type { VNode } from 'preact';
import { PublicPage } from '../page/public-page.component.js';
import type { ErrorWords } from './error-words.js';

interface ErrorPageProps {
  exitUrl: string;
  words: ErrorWords;
  /** Where somebody can go on: staff work elsewhere than melders. */
  back: '/' | '/werklijst';
}

export const ErrorPage = ({ exitUrl, words, back }: ErrorPageProps): VNode => (
  <PublicPage title={words.title} exitUrl={exitUrl}>
    <div class="op-column">
      <h1>{words.title}</h1>
      {words.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <a href={back}>{back === '/' ? 'Naar de startpagina' : 'Naar de werklijst'}</a>
      </p>
    </div>
  </PublicPage>
);
