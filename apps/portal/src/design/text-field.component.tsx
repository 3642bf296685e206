import type { InputHTMLAttributes, VNode } from 'preact';
import { FieldFrame, type QuestionProps } from './field-frame.component.js';
import { controlId, describedBy } from './form-errors.js';

type LineType = 'text' | 'email' | 'tel' | 'date' | 'search';

interface TextFieldProps extends QuestionProps {
  value: string;
  type?: LineType;
  autocomplete?: string;
  inputMode?: 'text' | 'decimal' | 'numeric';
  /** How wide the control looks: a hint of how much is expected. */
  look?: 'wide' | 'short' | 'code';
}

type Attributes = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'list' | 'role'>;

/** One case per type: what else an input may have depends on its type. */
const Input = ({ type, attributes }: { type: LineType; attributes: Attributes }): VNode => {
  switch (type) {
    case 'email':
      return <input type="email" {...attributes} />;
    case 'tel':
      return <input type="tel" {...attributes} />;
    case 'date':
      return <input type="date" {...attributes} />;
    case 'search':
      return <input type="search" {...attributes} />;
    case 'text':
      return <input type="text" {...attributes} />;
  }
};

/** One line of text. */
export const TextField = ({
  value,
  type = 'text',
  autocomplete = 'off',
  inputMode,
  look = 'wide',
  ...question
}: TextFieldProps): VNode => {
  const { name, hint, error } = question;
  const looks = [
    'op-input',
    look === 'wide' ? '' : `op-input--${look}`,
    error === undefined ? '' : 'op-input--error',
  ];
  return (
    <FieldFrame controlId={controlId(name)} {...question}>
      <Input
        type={type}
        attributes={{
          class: looks.filter(Boolean).join(' '),
          id: controlId(name),
          name,
          value,
          autoComplete: autocomplete,
          inputMode,
          'aria-describedby': describedBy(name, hint, error),
          'aria-invalid': error === undefined ? undefined : 'true',
        }}
      />
    </FieldFrame>
  );
};
