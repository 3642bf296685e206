import {
  ENFORCEMENT_STATES,
  KINDS,
  LICENCE_STATES,
  type EnforcementState,
  type Kind,
  type LicenceState,
} from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DryRunMeldingDto } from './dry-run-melding.dto.js';
import { OptionalCode, OptionalGroup, OptionalText } from './optional.decorators.js';

export class OtherMeldingDto {
  @ApiProperty({ enum: KINDS, example: 'MELDING' })
  @IsIn(KINDS)
  kind: Kind;

  @OptionalText(254, 'ander@voorbeeld.example') submitterKey?: string | null;

  @ApiProperty({ example: 48, description: 'hours before this melding; negative when it came later' })
  @IsNumber()
  hoursAgo: number;

  @ApiPropertyOptional({ type: [String], example: ['R-N1', 'R-H2'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  reasons?: string[];
}

export class LocationContextDto {
  @OptionalCode(LICENCE_STATES, 'VERGUND') licenceState?: LicenceState;
  @OptionalCode(ENFORCEMENT_STATES, 'AANMANING') enforcementState?: EnforcementState;
  @OptionalText(20, 'TOP') riskBand?: string | null;

  @ApiPropertyOptional({
    format: 'date',
    example: '2026-06-30',
    description: 'last day of the most recent ended schorsing',
  })
  @IsOptional()
  @IsISO8601({ strict: true })
  schorsingEndedOn?: string | null;
}

export class EvaluationContextDto {
  @ApiPropertyOptional({ type: [OtherMeldingDto], description: 'without it the history is empty' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OtherMeldingDto)
  otherMeldingen?: OtherMeldingDto[];

  @OptionalGroup(() => LocationContextDto) location?: LocationContextDto;
}

export class EvaluationRequestDto {
  @ApiProperty({ type: DryRunMeldingDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => DryRunMeldingDto)
  melding: DryRunMeldingDto;

  @OptionalGroup(() => EvaluationContextDto) context?: EvaluationContextDto;
  @OptionalText(40, '2026.1') policyVersion?: string;
}
