import type { VNode } from 'preact';
import { labelNl } from '#contracts';
import { ErrorSummary } from '../design/error-summary.component.js';
import { NO_ERRORS } from '../design/form-errors.js';
import { Notice } from '../design/notice.component.js';
import { LevelBadge } from '../staff/level-badge.component.js';
import { StaffFrame } from '../staff/staff-frame.component.js';
import { longMoment } from '../time/local-time.js';
import { missingWords } from '../melden/next-steps.js';
import { Actions, type ActionsProps } from './action-forms.component.js';
import { Answers } from './answers.component.js';
import type { CaseDetail, MeldingContent, TraceEntry } from './case-answers.js';
import { Clocks } from './clocks.component.js';
import { Facts } from './facts.component.js';
import { Identity } from './identity.component.js';
import { Reasons } from './reasons.component.js';
import { Story } from './story.component.js';
import { History, Trace } from './timeline.component.js';

export interface CasePageProps extends ActionsProps {
  /** Undefined when this role may not read what the melder wrote. */
  content: MeldingContent | undefined;
  trace: TraceEntry[];
  /** What triage said about the last attempt, when no field is to blame. */
  refusal: string | undefined;
  now: Date;
}

const Head = ({ detail }: { detail: CaseDetail }): VNode => (
  <>
    <p>
      <a href="/werklijst">Terug naar de werklijst</a>
    </p>
    <h1>
      {detail.kindLabel} <span class="op-nowrap">{detail.reference}</span>
    </h1>
    <p>
      <LevelBadge level={detail.level} /> <span class="op-tag">{labelNl('status', detail.status)}</span>
    </p>
    <Facts
      facts={[
        { term: 'Ontvangen', value: longMoment(detail.receivedAt) },
        {
          term: 'Opvang',
          value: detail.location === null ? undefined : (detail.location.name ?? detail.location.id),
        },
        { term: 'Behandelaar', value: detail.assigneeName ?? detail.assignee ?? 'Nog van niemand' },
        {
          term: 'Team',
          value: `${labelNl('team', detail.team)}, ${labelNl('handlerRole', detail.handlerRole).toLowerCase()}`,
        },
        { term: 'Wachtrij', value: labelNl('queue', detail.queue) },
      ]}
    />
  </>
);

const Admissibility = ({ content }: { content: MeldingContent }): VNode | null =>
  content.admissibility.complete ? null : (
    <Notice tone="warning">
      <p>
        Nog niet ontvankelijk als klacht: {missingWords(content.admissibility.missing)} ontbreekt. De
        veiligheid wordt intussen gewoon beoordeeld.
      </p>
    </Notice>
  );

const Content = ({ content, detail }: { content: MeldingContent; detail: CaseDetail }): VNode => (
  <>
    <section aria-labelledby="melding">
      <h2 id="melding">De melding</h2>
      <Admissibility content={content} />
      <Story
        title="Wat is er gebeurd?"
        field="description"
        text={content.description}
        reasons={detail.reasons}
      />
      {content.measuresTaken === null ? null : (
        <Story
          title="Genomen maatregelen"
          field="measuresTaken"
          text={content.measuresTaken}
          reasons={detail.reasons}
        />
      )}
      {content.desiredOutcome === null ? null : (
        <Story
          title="Wat de melder verwacht"
          field="desiredOutcome"
          text={content.desiredOutcome}
          reasons={detail.reasons}
        />
      )}
    </section>
    <Answers content={content} />
  </>
);

const NoContent = (): VNode => (
  <section aria-labelledby="melding">
    <h2 id="melding">De melding</h2>
    <p>Jouw rol geeft geen toegang tot wat de melder schreef.</p>
  </section>
);

export const CasePage = (props: CasePageProps): VNode => {
  const { session, detail, content, trace, attempt, refusal, now } = props;
  const errors = attempt?.errors ?? NO_ERRORS;
  const isRefused = errors.size > 0 || refusal !== undefined;
  return (
    <StaffFrame title={`${isRefused ? 'Fout: ' : ''}${detail.reference}`} session={session} section="CASE">
      <ErrorSummary errors={errors} />
      {refusal === undefined ? null : (
        <Notice tone="danger">
          <p role="alert">{refusal}</p>
        </Notice>
      )}
      <div class="op-case">
        <div class="op-case__head">
          <Head detail={detail} />
        </div>
        {/* Before the long text: on a phone the steps and the terms come first. */}
        <div class="op-case__side">
          <Actions {...props} />
          <Clocks clocks={detail.clocks} now={now} />
          {content === undefined ? null : <Identity content={content} />}
        </div>
        <div class="op-case__body">
          <Reasons detail={detail} />
          {content === undefined ? <NoContent /> : <Content content={content} detail={detail} />}
          <History history={detail.history} now={now} />
          <Trace trace={trace} now={now} />
        </div>
      </div>
    </StaffFrame>
  );
};
