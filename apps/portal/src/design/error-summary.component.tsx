import type { VNode } from 'preact';
import { controlId, type FormErrors } from './form-errors.js';

/** All errors at the top of the page, each a link to its field. */
export const ErrorSummary = ({
  errors,
  more,
}: {
  errors: FormErrors;
  more?: string | undefined;
}): VNode | null => {
  if (errors.size === 0) return null;
  return (
    <div class="op-summary" role="alert" tabindex={-1} data-error-summary="" aria-labelledby="fouten-titel">
      <h2 id="fouten-titel">
        {errors.size === 1 ? 'Er is nog iets nodig' : 'Er zijn nog enkele dingen nodig'}
      </h2>
      <p>Wat je invulde, staat er nog. Pas dit aan en verstuur opnieuw.</p>
      <ul>
        {[...errors].map(([name, message]) => (
          <li key={name}>
            <a href={`#${controlId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
      {more === undefined ? null : <p>{more}</p>}
    </div>
  );
};
