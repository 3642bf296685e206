import {
  FIELD_TEXTS_NL,
  fieldRules,
  KIND_TEXTS_NL,
  labelNl,
  LABELS_NL,
  PUBLIC_KINDS,
  type Field,
  type FieldRule,
  type Kind,
  type LabelledCode,
} from '#contracts';
import { CONTROLS } from './field-control.js';

export interface CatalogueOption {
  value: string;
  label: string;
}

export interface CatalogueField {
  field: Field;
  rule: FieldRule;
  label: string;
  help?: string;
  control: string;
  multiple?: boolean;
  options?: CatalogueOption[];
  parts?: { name: string; label: string; maxLength: number }[];
  minLength?: number;
  maxLength?: number;
}

export interface CatalogueKind {
  kind: Kind;
  label: string;
  when: string;
  fields: CatalogueField[];
}

export interface Catalogue {
  language: 'nl';
  kinds: CatalogueKind[];
}

/** Allowed values of a code list with their labels. */
export const optionsOf = (list: LabelledCode): CatalogueOption[] =>
  Object.entries(LABELS_NL[list]).map(([value, label]) => ({ value, label }));

function describeField(field: Field, rule: FieldRule): CatalogueField {
  const named = { field, rule, ...FIELD_TEXTS_NL[field] };
  const asked = CONTROLS[field];
  if (asked.control !== 'CHOICE') return { ...named, ...asked };
  return { ...named, control: asked.control, multiple: asked.multiple, options: optionsOf(asked.list) };
}

/** Enough to build a form elsewhere (contract.md 3): kinds, the fields of each, allowed values, words. */
export function publicCatalogue(): Catalogue {
  return {
    language: 'nl',
    kinds: PUBLIC_KINDS.map((kind) => ({
      kind,
      label: labelNl('kind', kind),
      when: KIND_TEXTS_NL[kind].when,
      fields: fieldRules(kind).map(({ field, rule }) => describeField(field, rule)),
    })),
  };
}
