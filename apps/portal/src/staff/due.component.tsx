import type { VNode } from 'preact';
import { dueTime, shortMoment } from '../time/local-time.js';

/** A term: how long is left, and when exactly. */
export const Due = ({ at, now }: { at: string; now: Date }): VNode => {
  const { state, words } = dueTime(at, now);
  return (
    <>
      <span class={state === 'LATE' ? 'op-due op-due--late' : 'op-due'}>
        {state === 'LATE' ? <span aria-hidden="true">⚠ </span> : null}
        {words}
      </span>
      <time class="op-soft" dateTime={at}>
        {shortMoment(at, now)}
      </time>
    </>
  );
};
