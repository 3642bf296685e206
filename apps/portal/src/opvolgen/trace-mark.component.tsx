import type { VNode } from 'preact';

/** A sign before a step: done, or delayed. Says the same as the words beside it, so it is hidden from speech. */
export const TraceMark = ({ step }: { step: string }): VNode => (
  <svg class="op-trace__mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {step === 'DELAYED' ? (
      <>
        <circle cx="12" cy="12" r="11" fill="#7a4a00" />
        <path d="M12 6v7h5" fill="none" stroke="#fff" stroke-width="2.500" />
      </>
    ) : (
      <>
        <circle cx="12" cy="12" r="11" fill="#0f5257" />
        <path d="M6.500 12.500l3.800 3.800 7.200-8" fill="none" stroke="#fff" stroke-width="2.500" />
      </>
    )}
  </svg>
);
