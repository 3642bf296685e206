import type { ComponentChildren, VNode } from 'preact';
import { FieldError, Hint, OptionalMark, type QuestionProps } from './field-frame.component.js';
import { controlId, describedBy } from './form-errors.js';

export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
}

interface OptionsProps extends QuestionProps {
  options: readonly Option[];
  chosen: readonly string[];
  /** More under the options, inside the same group. */
  children?: ComponentChildren;
}

interface OptionRowProps {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
}

const OptionRow = ({ type, id, name, option, checked }: OptionRowProps): VNode => (
  <div class="op-option">
    <input type={type} id={id} name={name} value={option.value} checked={checked} />
    <label for={id}>
      {option.label}
      {option.hint === undefined ? null : <span class="op-option__hint">{option.hint}</span>}
    </label>
  </div>
);

const LONGEST_SHORT_LABEL = 14;
const areShort = (options: readonly Option[]): boolean =>
  options.every((option) => option.hint === undefined && option.label.length <= LONGEST_SHORT_LABEL);

const OptionGroup = ({
  type,
  options,
  chosen,
  children,
  ...question
}: OptionsProps & { type: 'radio' | 'checkbox' }): VNode => {
  const { name, hint, error } = question;
  return (
    <fieldset
      class={error === undefined ? 'op-fieldset' : 'op-fieldset op-fieldset--error'}
      aria-describedby={describedBy(name, hint, error)}
    >
      <legend class="op-legend">
        {question.label}
        <OptionalMark optional={question.optional} />
      </legend>
      <Hint {...question} />
      <FieldError {...question} />
      <div class={areShort(options) ? 'op-options op-options--row' : 'op-options'}>
        {options.map((option, index) => (
          <OptionRow
            key={option.value}
            type={type}
            // The first option carries the id of the question: the error summary links to it.
            id={index === 0 ? controlId(name) : `${controlId(name)}-${index}`}
            name={name}
            option={option}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
      {children}
    </fieldset>
  );
};

/** One answer out of several; nothing is chosen beforehand. */
export const RadioQuestion = (props: OptionsProps): VNode => <OptionGroup type="radio" {...props} />;

/** Any number of answers. */
export const CheckboxQuestion = (props: OptionsProps): VNode => <OptionGroup type="checkbox" {...props} />;
