import type { VNode } from 'preact';
import { FieldFrame, type QuestionProps } from './field-frame.component.js';
import { controlId, describedBy } from './form-errors.js';

interface TextFieldProps extends QuestionProps {
  value: string;
  type?: 'text' | 'email' | 'tel' | 'date' | 'search';
  autocomplete?: string;
  inputMode?: 'text' | 'decimal' | 'numeric';
  /** How wide the control looks: a hint of how much is expected. */
  look?: 'wide' | 'short' | 'code';
}

/** One line of text. */
export const TextField = ({ value, type = 'text', autocomplete, inputMode, look = 'wide', ...question }: TextFieldProps): VNode => {
  const { name, hint, error } = question;
  const looks = ['op-input', look === 'wide' ? '' : `op-input--${look}`, error === undefined ? '' : 'op-input--error'];
  return (
    <FieldFrame controlId={controlId(name)} {...question}>
      <input
        class={looks.filter(Boolean).join(' ')}
        id={controlId(name)}
        name={name}
        type={type}
        value={value}
        autoComplete={autocomplete ?? 'off'}
        inputMode={inputMode}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
    </FieldFrame>
  );
};
