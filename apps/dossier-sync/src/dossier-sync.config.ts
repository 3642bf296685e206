import { ServiceConfig } from '#platform';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, IsUrl, Max, Min, registerDecorator } from 'class-validator';

/** A text that can be compiled as a regular expression. */
const IsPattern = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isPattern',
    target: target.constructor,
    propertyName: String(property),
    validator: {
      validate: (value: unknown) => typeof value === 'string' && compiles(value),
      defaultMessage: () => 'Dit is geen geldig patroon (reguliere expressie).',
    },
  });

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

export class DossierSyncConfig extends ServiceConfig {
  /** Address of the dossier store. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  EDISON_URL: string;

  /** Address of intake, which alone can tell what was accepted. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  INTAKE_URL: string;

  /** How long one page of accepted meldingen may take. */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(60_000)
  INTAKE_TIMEOUT_MS: number = 5_000;

  /** How long one call to the store may take. */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(60_000)
  EDISON_TIMEOUT_MS: number = 5_000;

  /** How often the change feed of the store is read when nothing is waiting. */
  @Type(() => Number)
  @IsInt()
  @Min(50)
  @Max(600_000)
  EDISON_POLL_MS: number = 1_000;

  /** What a dossier number has to look like: the format of the agency was not found (domain.md 5.1). */
  @IsPattern()
  DOSSIER_NUMBER_PATTERN: string = '^[A-Za-z0-9][A-Za-z0-9./ -]{2,63}$';

  /** Longest wait between two tries to register a melding. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_600)
  HAND_OVER_LONGEST_WAIT_SECONDS: number = 60;

  /** How long the first hand-over waits for triage at least; a possible crisis waits for nothing. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(60_000)
  HAND_OVER_AWAITS_TRIAGE_MS: number = 250;

  /** How long it waits at most, when triage takes long because much comes in. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(60_000)
  HAND_OVER_AWAITS_TRIAGE_LONGEST_MS: number = 10_000;

  /** A melding that is still not registered is told as delayed again after this time. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  HAND_OVER_REMIND_MINUTES: number = 60;

  /** Role or person who looks at what the store refuses. */
  @IsString()
  @IsNotEmpty()
  HAND_OVER_OWNER: string = 'BEHEERDER';

  /** How many days back the nightly comparison of ledger and store looks. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_660)
  RECONCILIATION_DAYS: number = 35;

  /** An accepted melding that the ledger has not heard of by then is a difference; before, it is on its way. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(86_400)
  RECONCILIATION_GRACE_SECONDS: number = 600;
}
