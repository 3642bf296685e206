import type { VNode } from 'preact';
import { FieldFrame, type QuestionProps } from './field-frame.component.js';
import { controlId, describedBy } from './form-errors.js';
import type { Option } from './options.component.js';

interface SelectFieldProps extends QuestionProps {
  options: readonly Option[];
  chosen: string;
  /** Text of the choice for "nothing chosen". */
  none: string;
}

/** One answer out of a list that is too long to show in full. */
export const SelectField = ({ options, chosen, none, ...question }: SelectFieldProps): VNode => (
  <FieldFrame controlId={controlId(question.name)} {...question}>
    <select
      class="op-select"
      id={controlId(question.name)}
      name={question.name}
      aria-describedby={describedBy(question.name, question.hint, question.error)}
      aria-invalid={question.error === undefined ? undefined : 'true'}
    >
      <option value="" selected={chosen === ''}>
        {none}
      </option>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </select>
  </FieldFrame>
);
