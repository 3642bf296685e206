import { IsNotEmpty, IsString, ValidateIf, ValidateBy } from 'class-validator';
import { isKboNumber } from '../locations/kbo-number.js';

const IsKboNumber = (): PropertyDecorator =>
  ValidateBy({
    name: 'isKboNumber',
    validator: {
      validate: (value) => typeof value === 'string' && isKboNumber(value),
      defaultMessage: () => 'Dit is geen geldig ondernemingsnummer.',
    },
  });

/** A row of organisators.json. */
export class SeedOrganisator {
  @IsString()
  @IsNotEmpty()
  id: string;

  @IsString()
  @IsNotEmpty()
  name: string;

  @IsString()
  @IsNotEmpty()
  legalForm: string;

  @IsKboNumber()
  kboNumber: string;

  @ValidateIf((_row, value) => value !== null)
  @IsString()
  spoc: string | null;
}
