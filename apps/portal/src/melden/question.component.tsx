import type { VNode } from 'preact';
import type { Kind } from '#contracts';
import { CheckboxQuestion, RadioQuestion } from '../design/options.component.js';
import type { QuestionProps } from '../design/field-frame.component.js';
import type { FormErrors } from '../design/form-errors.js';
import type { FormValues } from '../design/form-values.js';
import { SelectField } from '../design/select-field.component.js';
import { TextArea } from '../design/text-area.component.js';
import { TextField } from '../design/text-field.component.js';
import { AddressQuestion } from './address-question.component.js';
import { isDay, isLongText, isNumber } from './field-kinds.js';
import type { FormField } from './form-definition.js';
import { LocationQuestion } from './location-question.component.js';
import { wordingOf } from './question-wording.js';

export interface FilledForm {
  kind: Kind;
  /** Address that the form is sent to. */
  action: string;
  values: FormValues;
  errors: FormErrors;
}

/** More options than this are a list to choose from, not a page to scroll through. */
const MOST_IN_SIGHT = 12;

const CONTROLS: Partial<Record<string, { type: 'email' | 'tel' | 'text'; autocomplete: string }>> = {
  'contact.name': { type: 'text', autocomplete: 'name' },
  'contact.email': { type: 'email', autocomplete: 'email' },
  'contact.phone': { type: 'tel', autocomplete: 'tel' },
};

const Choice = ({
  field,
  question,
  values,
}: {
  field: FormField;
  question: QuestionProps;
  values: FormValues;
}): VNode => {
  const { options, multiple } = field;
  if (multiple)
    return <CheckboxQuestion {...question} options={options} chosen={values.all(question.name)} />;
  if (options.length > MOST_IN_SIGHT) {
    return (
      <SelectField
        {...question}
        options={options}
        chosen={values.text(question.name)}
        none="Maak een keuze"
      />
    );
  }
  return <RadioQuestion {...question} options={options} chosen={values.all(question.name)} />;
};

const Line = ({
  field,
  question,
  values,
}: {
  field: FormField;
  question: QuestionProps;
  values: FormValues;
}): VNode => {
  const value = values.raw(question.name);
  if (isLongText(field.field)) {
    return <TextArea {...question} value={value} size={field.field === 'description' ? 'large' : 'small'} />;
  }
  if (isDay(field.field)) return <TextField {...question} value={value} type="date" look="short" />;
  if (isNumber(field.field))
    return <TextField {...question} value={value} inputMode="decimal" look="short" />;
  return <TextField {...question} value={value} {...CONTROLS[field.field]} />;
};

/** One question of the catalogue with the control that fits it. */
export const Question = ({ field, form }: { field: FormField; form: FilledForm }): VNode => {
  const { values, errors } = form;
  if (field.field === 'location') return <LocationQuestion field={field} form={form} />;
  if (field.field === 'contact.address') return <AddressQuestion field={field} form={form} />;
  const question: QuestionProps = {
    name: field.field,
    ...wordingOf(field, form.kind),
    error: errors.get(field.field),
  };
  return field.options.length > 0 ? (
    <Choice field={field} question={question} values={values} />
  ) : (
    <Line field={field} question={question} values={values} />
  );
};
