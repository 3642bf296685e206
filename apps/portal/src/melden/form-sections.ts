import type { Field } from '#contracts';
import type { FormErrors } from '../design/form-errors.js';
import { controlOf } from './field-names.js';
import type { FormDefinition, FormField } from './form-definition.js';

export interface FormSection {
  title: string;
  /** Always in sight. */
  fields: FormField[];
  /** May be opened: nobody has to read them to send the form. */
  more: FormField[];
  /** What one opens. */
  moreTitle: string;
}

interface SectionPlan {
  title: string;
  fields: Field[];
  /** Questions that stay folded away for kinds where they are optional. */
  foldable: Field[];
  moreTitle: string;
}

/**
 * Order for somebody who is worried: first the danger, then the story, then details, and only then who they are. A
 * catalogue field that is in no plan is still shown, in the last section.
 */
const PLANS: SectionPlan[] = [
  {
    title: 'Is er gevaar?',
    fields: ['answers.immediateDanger', 'answers.emergencyServicesCalled'],
    foldable: [],
    moreTitle: '',
  },
  { title: 'De opvang', fields: ['location'], foldable: [], moreTitle: '' },
  {
    title: 'Je bericht',
    fields: ['description', 'factDate'],
    foldable: [
      'themes',
      'answers.injury',
      'answers.childAgeGroup',
      'answers.allegedActor',
      'answers.actorStillPresent',
      'answers.conductTypes',
      'answers.unsupervised',
      'answers.occupancyConcern',
      'answers.sleepSafetyConcern',
      'answers.premisesConcern',
      'answers.ongoing',
    ],
    moreTitle: 'Meer vragen over wat er gebeurde',
  },
  {
    title: 'Het tekort',
    fields: [
      'personeelstekort.measures',
      'personeelstekort.absentFte',
      'personeelstekort.totalFte',
      'personeelstekort.affectedPlaces',
      'personeelstekort.expectedUntil',
    ],
    foldable: [],
    moreTitle: '',
  },
  {
    title: 'Wat deed je al?',
    fields: [],
    foldable: [
      'answers.discussedWithOpvang',
      'alreadyReportedTo',
      'parentsInformed',
      'measuresTaken',
      'desiredOutcome',
    ],
    moreTitle: 'Wat je al deed en wat je van ons verwacht',
  },
  {
    title: 'Over jou',
    fields: [
      'submitterType',
      'identityMode',
      'contact.name',
      'contact.email',
      'contact.phone',
      'consentToShareIdentity',
    ],
    foldable: ['contact.address', 'preferredChannel', 'safeTimes'],
    moreTitle: 'Je adres, en hoe we je mogen bereiken',
  },
];

const isFolded = ({ rule }: FormField): boolean => rule === 'optional' || rule === 'forOrganisator';

/** Puts the questions of a kind in sections; sections without questions fall away. */
export function formSections({ fields }: FormDefinition): FormSection[] {
  const byName = new Map(fields.map((field) => [field.field, field]));
  const take = (names: Field[]): FormField[] =>
    names.flatMap((name) => {
      const field = byName.get(name);
      byName.delete(name);
      return field === undefined ? [] : [field];
    });
  const sections = PLANS.map(({ title, fields: shown, foldable, moreTitle }) => {
    const always = take(shown);
    const rest = take(foldable);
    return {
      title,
      moreTitle,
      fields: [...always, ...rest.filter((field) => !isFolded(field))],
      more: rest.filter(isFolded),
    };
  });
  sections.at(-1)?.fields.push(...byName.values());
  return sections.filter((section) => section.fields.length + section.more.length > 0);
}

/** Errors from the top of the page to the bottom; what belongs to no field comes last. */
export function inPageOrder(sections: FormSection[], errors: FormErrors): FormErrors {
  const order = sections.flatMap(({ fields, more }) =>
    [...fields, ...more].map(({ field }) => controlOf(field)),
  );
  const rank = (name: string): number => {
    const place = order.findIndex((control) => name === control || isPartOf(name, control));
    return place < 0 ? order.length : place;
  };
  return new Map([...errors].sort(([a], [b]) => rank(a) - rank(b)));
}

/** `contact.address.municipality` stands with `contact.address.street`; `location.description` with the search. */
const isPartOf = (name: string, control: string): boolean =>
  GROUPS.some((group) => name.startsWith(group) && control.startsWith(group));

const GROUPS = ['contact.address.', 'location.'];
