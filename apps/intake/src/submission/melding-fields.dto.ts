import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsObject, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { inWords } from '#platform';
import {
  IDENTITY_MODES,
  PREFERRED_CHANNELS,
  REPORTED_TO,
  SINGLE_ANSWERS,
  SUBMITTER_TYPES,
  THEMES,
  type IdentityMode,
  type PreferredChannel,
  type ReportedTo,
  type SubmitterType,
  type Theme,
} from '#contracts';
import { AnswersDto } from './answers.dto.js';
import { AnyOf, OneOf } from './code-input.decorators.js';
import { ContactDto } from './contact.dto.js';
import { IsFactDate } from './date-input.decorators.js';
import type { MeldingFields, YesNoUnknown } from './melding-input.js';
import { LocationReferenceDto } from './location-reference.dto.js';
import { PersoneelstekortDto } from './personeelstekort.dto.js';
import { BlankIsAbsent, FreeText, OneLine } from './text-input.decorators.js';

const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const trimmed = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.trim() : value;

/** What every melding can hold; which of it a kind needs is told in `melding-rules.policy.ts` (domain.md 2.3). */
export abstract class MeldingFieldsDto implements MeldingFields {
  @OneOf(SUBMITTER_TYPES, 'OUDER')
  submitterType?: SubmitterType;

  @OneOf(IDENTITY_MODES, 'KNOWN')
  identityMode?: IdentityMode;

  @ApiPropertyOptional({ type: ContactDto, description: 'refused when identityMode is ANONYMOUS' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ContactDto)
  contact?: ContactDto;

  @OneOf(PREFERRED_CHANNELS, 'EMAIL')
  preferredChannel?: PreferredChannel;

  @OneLine({ max: 500, example: 'na 18 uur, niet op het werk' })
  safeTimes?: string;

  @ApiPropertyOptional({ type: LocationReferenceDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => LocationReferenceDto)
  location?: LocationReferenceDto;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '2024-04-22',
    description: 'date, or date-time; local Belgian time unless an offset is given; null when not known',
  })
  @BlankIsAbsent()
  @IsOptional()
  @IsFactDate()
  factDate?: string | null;

  @ApiProperty({
    type: String,
    minLength: 20,
    maxLength: 8000,
    example:
      'Voor de derde keer in twee weken komt mijn dochter thuis met blauwe plekken op haar bovenbenen.',
  })
  @Transform(trimmed)
  @IsString()
  @Length(20, 8000)
  description: string;

  @ApiPropertyOptional({ type: AnswersDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AnswersDto)
  answers?: AnswersDto;

  @OneOf(SINGLE_ANSWERS.immediateDanger, 'yes')
  parentsInformed?: YesNoUnknown;

  @FreeText({ max: 4000, example: 'We hebben de verzorgingstafel buiten gebruik gesteld.' })
  measuresTaken?: string;

  @ApiPropertyOptional({ type: PersoneelstekortDto, description: 'with kind PERSONEELSTEKORT only' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PersoneelstekortDto)
  personeelstekort?: PersoneelstekortDto;

  @AnyOf(THEMES, ['TOEZICHT_VEILIGHEID'])
  themes?: Theme[];

  @FreeText({ max: 4000, example: 'Dat iemand gaat kijken.' })
  desiredOutcome?: string;

  @AnyOf(REPORTED_TO, ['POLITIE'])
  alreadyReportedTo?: ReportedTo[];

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'may the opvang know the name? (domain.md 9.2)',
  })
  @IsOptional()
  @IsBoolean()
  consentToShareIdentity?: boolean;

  @ApiPropertyOptional({
    type: String,
    example: 'nl',
    default: 'nl',
    description: 'language of the melder (BCP 47)',
  })
  @BlankIsAbsent()
  @IsOptional()
  @IsString()
  @Length(2, 20)
  @Matches(
    LANGUAGE_TAG,
    inWords({
      nl: 'Dit is geen taalcode. Een voorbeeld: nl.',
      en: 'This is no language tag. For example: nl.',
      fr: "Ceci n'est pas un code de langue. Un exemple : fr.",
    }),
  )
  language?: string;
}
