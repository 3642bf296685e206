import type { ComponentChildren, VNode } from 'preact';
import { errorId, hintId } from './form-errors.js';

export interface QuestionProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Whether the person may leave it open; said in words beside the label. */
  optional?: boolean | undefined;
}

export const OptionalMark = ({ optional }: { optional: boolean | undefined }): VNode | null =>
  optional === true ? <span class="op-label__optional"> (mag je overslaan)</span> : null;

export const Hint = ({ name, hint }: Pick<QuestionProps, 'name' | 'hint'>): VNode | null =>
  hint === undefined ? null : (
    <p class="op-hint" id={hintId(name)}>
      {hint}
    </p>
  );

export const FieldError = ({ name, error }: Pick<QuestionProps, 'name' | 'error'>): VNode | null =>
  error === undefined ? null : (
    <p class="op-error" id={errorId(name)}>
      <span class="op-visually-hidden">Fout: </span>
      {error}
    </p>
  );

interface FrameProps extends QuestionProps {
  /** Control that the label belongs to. */
  controlId: string;
  children: ComponentChildren;
}

/** Label, hint, error and control of one question with one control. */
export const FieldFrame = ({ controlId, children, ...question }: FrameProps): VNode => (
  <div class={question.error === undefined ? 'op-field' : 'op-field op-field--error'}>
    <label class="op-label" for={controlId}>
      {question.label}
      <OptionalMark optional={question.optional} />
    </label>
    <Hint {...question} />
    <FieldError {...question} />
    {children}
  </div>
);
