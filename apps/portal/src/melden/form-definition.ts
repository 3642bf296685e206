import type { Field, FieldRule, Kind } from '#contracts';
import type { Option } from '../design/options.component.js';

/** One question of a form, as intake's catalogue tells it. */
export interface FormField {
  field: Field;
  rule: FieldRule;
  label: string;
  help: string | undefined;
  /** Allowed values with their labels; none for free input. */
  options: Option[];
  /** Whether more than one of the options may be chosen. */
  multiple: boolean;
}

/** The form of one kind. */
export interface FormDefinition {
  kind: Kind;
  label: string;
  /** When to choose this kind. */
  when: string;
  fields: FormField[];
}
