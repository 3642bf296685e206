import type { VNode } from 'preact';
import { Notice } from '../design/notice.component.js';
import type { CaseDetail, Reason } from './case-answers.js';
import { flagWords } from './case-words.js';
import { evidenceWords } from './context-words.js';

const ReasonLine = ({ reason }: { reason: Reason }): VNode => {
  const words = reason.evidence.map(evidenceWords).filter((one) => one !== undefined);
  const isInText = reason.evidence.some(({ type }) => type === 'text');
  return (
    <li>
      <code>{reason.code}</code>
      {reason.text}
      {words.map((one) => (
        <span key={one} class="op-due op-soft">
          {one}
        </span>
      ))}
      {isInText ? <span class="op-due op-soft">Aangeduid in de tekst.</span> : null}
    </li>
  );
};

/** Why this level: every rule that fired, with what matched (domain.md 3.2.7). */
export const Reasons = ({ detail }: { detail: CaseDetail }): VNode => (
  <section aria-labelledby="redenen">
    <h2 id="redenen">Waarom deze urgentie?</h2>
    {detail.flags.map((flag) => (
      <Notice key={flag} tone="warning">
        <p>{flagWords(flag)}</p>
      </Notice>
    ))}
    <ul class="op-reasons">
      {detail.reasons.map((reason) => (
        <ReasonLine key={reason.code} reason={reason} />
      ))}
    </ul>
    <p class="op-soft">
      Beleid versie {detail.policyVersion}.{' '}
      {detail.textAssessed ? '' : 'De tekst wordt nog beoordeeld; de urgentie kan nog stijgen.'}
    </p>
  </section>
);
