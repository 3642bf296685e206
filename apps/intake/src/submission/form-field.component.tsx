import { FIELD_TEXTS_NL, FIELDS, PUBLIC_KINDS, labelNl, type Field } from '#contracts';
import { optionsOf, type CatalogueOption } from '../catalogue/catalogue.js';
import { CONTROLS } from '../catalogue/field-control.js';
import type { GivenAnswer } from './given-answers.js';

const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

const PARTS = Object.values(CONTROLS).flatMap((asked) => (asked.control === 'GROUP' ? asked.parts : []));

const YES_NO: CatalogueOption[] = [
  { value: 'yes', label: 'Ja' },
  { value: 'no', label: 'Nee' },
];

/** The question in the words of the catalogue; a field that nobody knows keeps its own name. */
export function labelOf(name: string): string {
  if (name === 'kind') return 'Soort bericht';
  if (isField(name)) return FIELD_TEXTS_NL[name].label;
  return PARTS.find((part) => part.name === name)?.label ?? name;
}

function choicesOf(name: string): { options: CatalogueOption[]; multiple: boolean } | undefined {
  if (name === 'kind')
    return {
      options: PUBLIC_KINDS.map((kind) => ({ value: kind, label: labelNl('kind', kind) })),
      multiple: false,
    };
  const asked = isField(name) ? CONTROLS[name] : undefined;
  if (asked?.control === 'YES_NO') return { options: YES_NO, multiple: false };
  return asked?.control === 'CHOICE'
    ? { options: optionsOf(asked.list), multiple: asked.multiple }
    : undefined;
}

const isLong = (name: string): boolean => isField(name) && CONTROLS[name].control === 'LONG_TEXT';

const asChoice = (value: string): string => ({ true: 'yes', false: 'no' })[value] ?? value;

function Control({ name, values }: GivenAnswer) {
  const choices = choicesOf(name);
  const [first = ''] = values;
  if (choices === undefined) {
    if (isLong(name))
      return (
        <textarea id={name} name={name} rows={8}>
          {first}
        </textarea>
      );
    return <input id={name} name={name} value={values.join(', ')} />;
  }
  return (
    <select id={name} name={name} multiple={choices.multiple}>
      {choices.multiple ? null : <option value="">Kies</option>}
      {choices.options.map(({ value, label }) => (
        <option value={value} selected={values.map(asChoice).includes(value) || values.includes(value)}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** One question with what was filled in, and what is wrong with it. */
export const FormField = ({ answer, fault }: { answer: GivenAnswer; fault: string | undefined }) => (
  <div>
    <label for={answer.name}>{labelOf(answer.name)}</label>
    {fault === undefined ? null : <p class="fault">{fault}</p>}
    <Control {...answer} />
  </div>
);
