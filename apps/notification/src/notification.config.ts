import { EmptyIsUnset, ServiceConfig } from '#platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';

const LOOSE_URL = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const USERNAME = /^[a-z0-9.]{1,100}$/;
const DOMAIN = /^[a-z0-9.-]+$/;
/** An address with a place for the Message-ID. */
const LOOKUP_URL = /^https?:\/\/[^\s]*\{messageId\}[^\s]*$/;
const JSON_PATH = /^(\w+(\.\w+)*)?$/;

/** Asked for as soon as one of the others is given. */
const WithAnyOf = (...others: (keyof NotificationConfig)[]): PropertyDecorator =>
  ValidateIf(
    (config: NotificationConfig, value: unknown) =>
      value !== undefined || others.some((other) => config[other] !== undefined),
  );

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

  /** With a login the connection has to be encrypted. */
  @EmptyIsUnset()
  @WithAnyOf('SMTP_PASSWORD')
  @IsString()
  @IsNotEmpty()
  SMTP_USER?: string;

  @EmptyIsUnset()
  @WithAnyOf('SMTP_USER')
  @IsString()
  @IsNotEmpty()
  SMTP_PASSWORD?: string;

  /** Where this provider tells by Message-ID whether it took a mail: an address with `{messageId}` in it. */
  @EmptyIsUnset()
  @IsOptional()
  @Matches(LOOKUP_URL)
  SMTP_LOOKUP_URL?: string;

  /** Dotted path to the list (or number) of mails found in the answer of the look-up; empty: the answer is the list. */
  @Matches(JSON_PATH)
  SMTP_LOOKUP_LIST: string = '';

  /** Authorization header of the look-up. */
  @EmptyIsUnset()
  @IsOptional()
  @IsString()
  SMTP_LOOKUP_AUTHORIZATION?: string;

  /** Second relay, asked when the first has certainly not taken a mail; without it there is one. */
  @EmptyIsUnset()
  @WithAnyOf('SMTP2_USER', 'SMTP2_PASSWORD', 'SMTP2_LOOKUP_URL')
  @IsString()
  @IsNotEmpty()
  SMTP2_HOST?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  SMTP2_PORT: number = 25;

  @EmptyIsUnset()
  @WithAnyOf('SMTP2_PASSWORD')
  @IsString()
  @IsNotEmpty()
  SMTP2_USER?: string;

  @EmptyIsUnset()
  @WithAnyOf('SMTP2_USER')
  @IsString()
  @IsNotEmpty()
  SMTP2_PASSWORD?: string;

  @EmptyIsUnset()
  @IsOptional()
  @Matches(LOOKUP_URL)
  SMTP2_LOOKUP_URL?: string;

  @Matches(JSON_PATH)
  SMTP2_LOOKUP_LIST: string = '';

  @EmptyIsUnset()
  @IsOptional()
  @IsString()
  SMTP2_LOOKUP_AUTHORIZATION?: string;

  /** A provider that failed three times in a row is asked last for so long. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_600)
  SMTP_PAUSE_SECONDS: number = 60;

  /** A provider's "I do not have it" counts only so long after the answer to a mail was lost. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3_600)
  LOOKUP_TRUSTED_AFTER_SECONDS: number = 15;

  /** A person is asked whether a mail was sent when no provider could tell for so long. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(86_400)
  ASK_AFTER_SECONDS: number = 300;

  /** Bounces come to addresses of this domain; without it nobody reads them. */
  @EmptyIsUnset()
  @WithAnyOf('BOUNCE_SMTP_PORT')
  @Matches(DOMAIN)
  BOUNCE_DOMAIN?: string;

  /** Where mail for that domain is taken in; 0 takes a free port. */
  @Transform(({ value }: { value: unknown }) =>
    value === '' || value === undefined ? undefined : Number(value),
  )
  @WithAnyOf('BOUNCE_DOMAIN')
  @IsInt()
  @Min(0)
  @Max(65_535)
  BOUNCE_SMTP_PORT?: number;

  /** Sender of every mail; its domain also stands in the Message-ID. */
  @Matches(/^[^\s@<>]+@[^\s@<>]+$/)
  MAIL_FROM: string = 'opgroeipunt@opgroeipunt.example';

  /** A member of staff is reached at `<username>@` this domain. */
  @Matches(DOMAIN)
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

  /** A message that leaves so long after what it tells of says so, and waits for its turn. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  LATE_AFTER_MINUTES: number = 30;

  /** So many late messages leave in a minute, all processes together. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  LATE_PER_MINUTE: number = 120;
}
