import type { VNode } from 'preact';
import { Due } from '../staff/due.component.js';
import { shortMoment } from '../time/local-time.js';
import type { CaseClock } from './case-answers.js';
import { clockStepWords, clockWords } from './case-words.js';

type Step = CaseClock['steps'][number];

const StepState = ({ step, now }: { step: Step; now: Date }): VNode =>
  step.state === 'MET' ? (
    <>
      <span class="op-due">Gedaan</span>
      <span class="op-soft">termijn was {shortMoment(step.dueAt, now)}</span>
    </>
  ) : (
    <Due at={step.dueAt} now={now} />
  );

/** Terms of a case and how they stand. */
export const Clocks = ({ clocks, now }: { clocks: CaseClock[]; now: Date }): VNode => (
  <section class="op-panel" aria-labelledby="termijnen">
    <h2 id="termijnen">Termijnen</h2>
    {clocks.map((clock) => (
      <div key={clock.code}>
        <h3>{clockWords(clock.code)}</h3>
        <dl>
          {clock.steps.map((step) => (
            <>
              <dt key={step.step}>{clockStepWords(step.step)}</dt>
              <dd>
                <StepState step={step} now={now} />
              </dd>
            </>
          ))}
        </dl>
      </div>
    ))}
  </section>
);
