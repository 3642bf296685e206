import { ValidateBy } from 'class-validator';
import { inWords } from '#platform';
import { parseFactDate } from './fact-date.js';

const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A real date, or date and time, at which something happened. */
export const IsFactDate = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isFactDate',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && parseFactDate(value) !== undefined,
      },
    },
    inWords({
      nl: 'Dit is geen bestaande datum. Schrijf ze als 2026-11-21 of 2026-11-21T20:15.',
      en: 'This date does not exist. Write it as 2026-11-21 or 2026-11-21T20:15.',
      fr: "Cette date n'existe pas. Écrivez-la comme ceci : 2026-11-21 ou 2026-11-21T20:15.",
    }),
  );

/** A real calendar day, without a time. */
export const IsCalendarDay = (): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCalendarDay',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && CALENDAR_DAY.test(value) && parseFactDate(value) !== undefined,
      },
    },
    inWords({
      nl: 'Dit is geen bestaande datum. Schrijf ze als 2026-11-21.',
      en: 'This date does not exist. Write it as 2026-11-21.',
      fr: "Cette date n'existe pas. Écrivez-la comme ceci : 2026-11-21.",
    }),
  );
