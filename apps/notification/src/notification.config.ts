import { ServiceConfig } from '#platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
} from 'class-validator';

const LOOSE_URL = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const USERNAME = /^[a-z0-9.]{1,100}$/;

export class NotificationConfig extends ServiceConfig {
  /** Where a melder's address is fetched at sending time. */
  @IsUrl(LOOSE_URL)
  INTAKE_URL: string;

  /** Links in mails to staff lead here. */
  @IsUrl(LOOSE_URL)
  PORTAL_URL: string;

  @IsString()
  @IsNotEmpty()
  SMTP_HOST: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  SMTP_PORT: number = 25;

  /** Sender of every mail; its domain also stands in the Message-ID. */
  @Matches(/^[^\s@<>]+@[^\s@<>]+$/)
  MAIL_FROM: string = 'opgroeipunt@opgroeipunt.example';

  /** A member of staff is reached at `<username>@` this domain. */
  @Matches(/^[a-z0-9.-]+$/)
  STAFF_MAIL_DOMAIN: string = 'staf.opgroeipunt.example';

  /** User names of the crisis duty, the first one alerted first (domain.md 3.1). */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayNotEmpty()
  @Matches(USERNAME, { each: true })
  DUTY_ROTA: string[] = ['wacht.een', 'wacht.twee'];

  /** An acknowledgement waits so long for the first judgement, then goes without what depends on it. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3_600)
  ACKNOWLEDGE_WITHIN_SECONDS: number = 30;

  /** A message that no provider takes for so long is given up and shown as failed. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  GIVE_UP_AFTER_HOURS: number = 72;
}
