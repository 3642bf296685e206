import type { ComponentChildren, VNode } from 'preact';
import { labelNl, LEVELS } from '#contracts';
import { NO_ERRORS, type FormErrors } from '../design/form-errors.js';
import { FormValues } from '../design/form-values.js';
import { SelectField } from '../design/select-field.component.js';
import { TextArea } from '../design/text-area.component.js';
import { TextField } from '../design/text-field.component.js';
import type { StaffSession } from '../session/staff-session.js';
import { CsrfInput } from '../staff/staff-frame.component.js';
import { REASON_FIELDS } from './case-action.js';
import type { CaseAction, CaseDetail } from './case-answers.js';

/** What was tried and not done, so that the form comes back as it was. */
export interface Attempt {
  form: string;
  values: FormValues;
  errors: FormErrors;
}

export interface ActionsProps {
  session: StaffSession;
  detail: CaseDetail;
  attempt: Attempt | undefined;
  /** Makes sending twice one action. */
  sendKey: string;
}

interface ActionFormProps extends ActionsProps {
  action: CaseAction;
  /** Tells forms for the same action apart. */
  name: string;
  children: ComponentChildren;
}

const valuesOf = ({
  attempt,
  name,
}: {
  attempt: Attempt | undefined;
  name: string;
}): Pick<Attempt, 'values' | 'errors'> =>
  attempt?.form === name ? attempt : { values: FormValues.empty(), errors: NO_ERRORS };

const ActionForm = ({ session, detail, sendKey, action, name, children }: ActionFormProps): VNode => (
  <form method="post" action={`/zaken/${detail.id}`} novalidate>
    <CsrfInput session={session} />
    <input type="hidden" name="action" value={action} />
    <input type="hidden" name="form" value={name} />
    <input type="hidden" name="version" value={detail.version} />
    <input type="hidden" name="sendKey" value={`${sendKey}-${name}`} />
    {children}
  </form>
);

const Start = (props: ActionsProps): VNode => (
  <ActionForm {...props} action="start" name="start">
    <button class="op-button" type="submit">
      {props.detail.status === 'IN_ASSESSMENT'
        ? 'Bevestig dat je deze crisis opneemt'
        : 'Start het onderzoek'}
    </button>
  </ActionForm>
);

const TakeOn = (props: ActionsProps): VNode => (
  <ActionForm {...props} action="assign" name="neem">
    <input type="hidden" name="assignee" value={props.session.actor.id} />
    <button class="op-button op-button--quiet" type="submit">
      Wijs toe aan mij
    </button>
  </ActionForm>
);

const AssignOther = (props: ActionsProps): VNode => {
  const { values, errors } = valuesOf({ attempt: props.attempt, name: 'wijs' });
  return (
    <details class="op-more" open={errors.size > 0}>
      <summary>Wijs toe aan iemand anders</summary>
      <div class="op-more__body">
        <ActionForm {...props} action="assign" name="wijs">
          <TextField
            name="assignee"
            label="Gebruikersnaam"
            hint="Bijvoorbeeld kb.mc.een."
            value={values.raw('assignee')}
            error={errors.get('assignee')}
          />
          <TextArea
            name={REASON_FIELDS.assign}
            label="Reden"
            value={values.raw(REASON_FIELDS.assign)}
            error={errors.get(REASON_FIELDS.assign)}
            size="small"
            optional
          />
          <button class="op-button op-button--quiet" type="submit">
            Wijs toe
          </button>
        </ActionForm>
      </div>
    </details>
  );
};

const Raise = (props: ActionsProps): VNode => {
  const { detail, attempt } = props;
  const { values, errors } = valuesOf({ attempt, name: 'verhoog' });
  const higher = LEVELS.slice(0, LEVELS.indexOf(detail.level));
  return (
    <details class="op-more" open={errors.size > 0}>
      <summary>Verhoog de urgentie</summary>
      <div class="op-more__body">
        <ActionForm {...props} action="raise" name="verhoog">
          <SelectField
            name="level"
            label="Nieuwe urgentie"
            none="Maak een keuze"
            options={higher.map((level) => ({ value: level, label: labelNl('level', level) }))}
            chosen={values.text('level')}
            error={errors.get('level')}
          />
          <TextArea
            name={REASON_FIELDS.raise}
            label="Waarom?"
            hint="Wie de zaak later leest, ziet deze reden."
            value={values.raw(REASON_FIELDS.raise)}
            error={errors.get(REASON_FIELDS.raise)}
            size="small"
          />
          <button class="op-button op-button--quiet" type="submit">
            Verhoog
          </button>
        </ActionForm>
      </div>
    </details>
  );
};

/** The steps that this person may take now, as triage tells them. */
export const Actions = (props: ActionsProps): VNode => {
  const may = (action: CaseAction): boolean => props.detail.allowedActions.includes(action);
  const isMine = props.detail.assignee === props.session.actor.id;
  return (
    <section class="op-panel" aria-labelledby="acties">
      <h2 id="acties">Wat kan je doen?</h2>
      {props.detail.allowedActions.length === 0 ? <p>Jij kan nu geen stap zetten in deze zaak.</p> : null}
      {may('start') ? <Start {...props} /> : null}
      {may('assign') && !isMine ? <TakeOn {...props} /> : null}
      {may('assign') ? <AssignOther {...props} /> : null}
      {may('raise') ? <Raise {...props} /> : null}
    </section>
  );
};
