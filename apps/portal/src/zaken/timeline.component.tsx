import type { VNode } from 'preact';
import { shortMoment } from '../time/local-time.js';
import type { HistoryLine, TraceEntry } from './case-answers.js';
import { serviceWords, traceWords } from './case-words.js';
import { TraceMark } from '../opvolgen/trace-mark.component.js';

interface Moment {
  what: string;
  at: string;
  by: string;
  reason?: string | null;
  step: string;
}

const Timeline = ({ moments, now }: { moments: Moment[]; now: Date }): VNode => (
  <ol class="op-trace">
    {moments.map(({ what, at, by, reason, step }, index) => (
      <li key={index}>
        <TraceMark step={step} />
        <strong>{what}</strong>
        {reason ? <span class="op-trace__by">Reden: {reason}</span> : null}
        <span class="op-trace__by">
          <time dateTime={at}>{shortMoment(at, now)}</time>
          {by === '' ? '' : `door ${by}`}
        </span>
      </li>
    ))}
  </ol>
);

/** What people and the system did with the case. */
export const History = ({ history, now }: { history: HistoryLine[]; now: Date }): VNode => (
  <section aria-labelledby="geschiedenis">
    <h2 id="geschiedenis">Geschiedenis</h2>
    <Timeline
      now={now}
      moments={history.map(({ at, label, by, byName, reason }) => ({
        at,
        what: label,
        by: byName ?? (by === 'system' ? 'het systeem' : by),
        reason,
        step: label,
      }))}
    />
  </section>
);

/** Each hand-over, with the service that confirmed it. */
export const Trace = ({ trace, now }: { trace: TraceEntry[]; now: Date }): VNode | null =>
  trace.length === 0 ? null : (
    <section aria-labelledby="spoor">
      <h2 id="spoor">Spoor van de melding</h2>
      <Timeline
        now={now}
        moments={trace.map(({ step, at, confirmedBy }) => ({
          at,
          step,
          what: traceWords(step),
          by: serviceWords(confirmedBy),
        }))}
      />
    </section>
  );
