import type { VNode } from 'preact';
import { PublicPage } from '../page/public-page.component.js';
import type { ErrorWords } from './error-words.js';

export const ErrorPage = ({ exitUrl, words }: { exitUrl: string; words: ErrorWords }): VNode => (
  <PublicPage title={words.title} exitUrl={exitUrl}>
    <div class="op-column">
      <h1>{words.title}</h1>
      {words.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <a href="/">Naar de startpagina</a>
      </p>
    </div>
  </PublicPage>
);
