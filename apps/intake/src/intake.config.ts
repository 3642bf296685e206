import { Transform, Type } from 'class-transformer';
import {
  IsInt,
  IsString,
  IsUrl,
  Max,
  Min,
  Validate,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { ServiceConfig } from '#platform';
import { isAddressList } from './public-rate/client-address.js';

@ValidatorConstraint({ name: 'isAddressList' })
class IsAddressList implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && isAddressList(value);
  }

  defaultMessage(): string {
    return 'Geef adressen of reeksen op, gescheiden door komma’s, bijvoorbeeld 127.0.0.1,10.0.0.0/8.';
  }
}

const separated = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((part) => part.trim().replace(/\/$/, ''))
        .filter((part) => part !== '')
    : value;

/** Environment of intake. */
export class IntakeConfig extends ServiceConfig {
  /** Public requests per client per minute: room for an office behind one address, none for a flood. 0 lifts it. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  INTAKE_PUBLIC_RATE_PER_MINUTE: number = 120;

  /** Wrong follow-up codes per client per quarter of an hour. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  FOLLOW_UP_WRONG_CODES_PER_QUARTER: number = 10;

  /** Origins whose pages may send us a plain form or call the public API, e.g. `https://partner.example`. */
  @Transform(separated)
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] }, { each: true })
  FORM_ORIGINS: string[] = [];

  /** Our own proxies and portal: only their `X-Forwarded-For` is believed. */
  @IsString()
  @Validate(IsAddressList)
  TRUSTED_PROXIES: string = '127.0.0.0/8,::1';

  /** A hand-over that nobody confirmed so long after receipt shows as delayed: beyond the time that a text may take. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(86_400)
  HAND_OVER_LATE_SECONDS: number = 300;

  /**
   * A melding that is not stored within this time, in milliseconds, is answered as when the database is away: whoever
   * reports hears within a second whether it is safe (issue 4).
   */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(60_000)
  DATABASE_ANSWER_TIMEOUT_MS: number = 900;
}
