import type { VNode } from 'preact';
import type { ErrorWords } from './error-words.js';

interface ErrorMessageProps {
  words: ErrorWords;
  /** Where somebody can go on: staff work elsewhere than melders. */
  back: '/' | '/werklijst';
}

/** What is wrong, what to do next, and a way back. */
export const ErrorMessage = ({ words, back }: ErrorMessageProps): VNode => (
  <div class="op-column">
    <h1>{words.title}</h1>
    {words.sentences.map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
    <p>
      <a href={back}>{back === '/' ? 'Naar de startpagina' : 'Naar de werklijst'}</a>
    </p>
  </div>
);
