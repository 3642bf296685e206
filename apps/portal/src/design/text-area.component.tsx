import type { VNode } from 'preact';
import { FieldFrame, type QuestionProps } from './field-frame.component.js';
import { controlId, describedBy } from './form-errors.js';

interface TextAreaProps extends QuestionProps {
  value: string;
  size: 'small' | 'large';
}

/** Several lines of text. */
export const TextArea = ({ value, size, ...question }: TextAreaProps): VNode => {
  const { name, hint, error } = question;
  const looks = [
    'op-textarea',
    size === 'small' ? 'op-textarea--small' : '',
    error === undefined ? '' : 'op-textarea--error',
  ];
  return (
    <FieldFrame controlId={controlId(name)} {...question}>
      <textarea
        class={looks.filter(Boolean).join(' ')}
        id={controlId(name)}
        name={name}
        rows={size === 'small' ? 3 : 8}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {value}
      </textarea>
    </FieldFrame>
  );
};
