import {
  CHANNELS,
  IDENTITY_MODES,
  INSPECTIE_ADVICES,
  KINDS,
  PERSONEELSTEKORT_MEASURES,
  PREFERRED_CHANNELS,
  REPORTED_TO,
  SINGLE_ANSWERS,
  SUBMITTER_TYPES,
  THEMES,
  type IdentityMode,
  type InspectieAdvice,
  type Kind,
  type PersoneelstekortMeasure,
  type SubmitterType,
} from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { DryRunAnswersDto } from './dry-run-answers.dto.js';
import { OptionalCode, OptionalCodes, OptionalGroup, OptionalText } from './optional.decorators.js';

export class DryRunAddressDto {
  @OptionalText(200, 'Verzonnenstraat') street?: string;
  @OptionalText(20, '1') houseNumber?: string;
  @OptionalText(20, 'b') box?: string;
  @OptionalText(20, '9999') postalCode?: string;
  @OptionalText(100, 'Verzinbeke') municipality?: string;
}

/** Only compared with the submitters of other meldingen; not kept. */
export class DryRunContactDto {
  @OptionalText(200, 'Voorbeeld Ouder') name?: string;
  @OptionalText(254, 'ouder@voorbeeld.example') email?: string;
  @OptionalText(40, '+3200000000') phone?: string;
  @OptionalGroup(() => DryRunAddressDto) address?: DryRunAddressDto;
}

export class DryRunLocationDto {
  @OptionalText(64, 'L02') id?: string;
  @OptionalText(1000, 'De crèche naast de bibliotheek') description?: string;
  @OptionalText(100, 'Verzinbeke') municipality?: string;
}

export class DryRunPersoneelstekortDto {
  @ApiPropertyOptional({ type: [String], example: ['L04'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  locationIds?: string[];

  @OptionalCodes(PERSONEELSTEKORT_MEASURES, ['REDUCED_OPENING_HOURS']) measures?: PersoneelstekortMeasure[];
  @ApiPropertyOptional({ type: Number, example: 1.5 }) @IsOptional() @IsNumber() absentFte?: number;
  @ApiPropertyOptional({ type: Number, example: 9 }) @IsOptional() @IsNumber() totalFte?: number;
  @ApiPropertyOptional({ type: Number, example: 12 }) @IsOptional() @IsNumber() affectedPlaces?: number;
  @OptionalText(40, '2024-05-31') expectedUntil?: string;
}

export class DryRunInspectieAdviesDto {
  @OptionalText(64, 'ZI-2026-0042') number?: string;
  @ApiProperty({ enum: INSPECTIE_ADVICES, example: 'START' })
  @IsIn(INSPECTIE_ADVICES)
  advice: InspectieAdvice;
  @OptionalText(40, '2026-11-02') inspectedOn?: string;
}

/** A melding as in intake (contract.md 3), but only `kind` is required: half a melding can be tried too. */
export class DryRunMeldingDto {
  @ApiProperty({ enum: KINDS, example: 'MELDING' })
  @IsIn(KINDS)
  kind: Kind;

  @OptionalCode(SUBMITTER_TYPES, 'OUDER') submitterType?: SubmitterType;
  @OptionalCode(IDENTITY_MODES, 'KNOWN') identityMode?: IdentityMode;
  @OptionalGroup(() => DryRunContactDto) contact?: DryRunContactDto;
  @OptionalCode(PREFERRED_CHANNELS, 'EMAIL') preferredChannel?: string;
  @OptionalGroup(() => DryRunLocationDto) location?: DryRunLocationDto;
  @OptionalText(40, '2024-04-22') factDate?: string;
  @OptionalText(8_000, 'Mijn dochter komt thuis met blauwe plekken op haar benen.') description?: string;
  @OptionalGroup(() => DryRunAnswersDto) answers?: DryRunAnswersDto;
  @OptionalText(500, 'na 18 uur') safeTimes?: string;
  @OptionalCode(SINGLE_ANSWERS.immediateDanger, 'yes') parentsInformed?: string;
  @OptionalText(8_000, 'We hebben de tafel buiten gebruik gesteld.') measuresTaken?: string;
  @OptionalGroup(() => DryRunPersoneelstekortDto) personeelstekort?: DryRunPersoneelstekortDto;
  @OptionalGroup(() => DryRunInspectieAdviesDto) inspectieAdvies?: DryRunInspectieAdviesDto;
  @OptionalCodes(THEMES, ['TOEZICHT_VEILIGHEID']) themes?: string[];
  @OptionalText(8_000, 'Dat iemand gaat kijken.') desiredOutcome?: string;
  @OptionalCodes(REPORTED_TO, ['POLITIE']) alreadyReportedTo?: string[];
  @ApiPropertyOptional({ example: false }) @IsOptional() @IsBoolean() consentToShareIdentity?: boolean;
  @OptionalText(20, 'nl') language?: string;
  @OptionalCode(CHANNELS, 'WEB') channel?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    example: '2026-11-21T20:15:00Z',
    description: 'terms count from here; now when left out',
  })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  receivedAt?: string;
}
