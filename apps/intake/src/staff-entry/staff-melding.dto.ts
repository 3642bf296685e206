import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsRFC3339, Matches, ValidateNested } from 'class-validator';
import { inWords } from '#platform';
import {
  INSPECTIE_ADVICES,
  KINDS,
  STAFF_CHANNELS,
  type InspectieAdvice,
  type Kind,
  type StaffChannel,
} from '#contracts';
import { IsCalendarDay } from '../submission/date-input.decorators.js';
import { MeldingFieldsDto } from '../submission/melding-fields.dto.js';
import { BlankIsAbsent, RequiredLine } from '../submission/text-input.decorators.js';

/** The number travels in events, so it may hold no words about people: capitals, digits and the signs between. */
const ADVICE_NUMBER = /^(?=.*\d)[A-Z0-9][A-Z0-9./_-]*$/;

/** Advice of Zorginspectie (domain.md 3.6.11). */
export class InspectieAdviesDto {
  @RequiredLine({ max: 64, example: 'ZI-2026-0042' })
  @Matches(
    ADVICE_NUMBER,
    inWords({
      nl: 'Schrijf het nummer met hoofdletters en cijfers, zoals ZI-2026-0042.',
      en: 'Write the number with capitals and digits, as in ZI-2026-0042.',
      fr: 'Écrivez le numéro en majuscules et en chiffres, par exemple ZI-2026-0042.',
    }),
  )
  number: string;

  @ApiProperty({ enum: [...INSPECTIE_ADVICES], example: 'START' })
  @IsIn(INSPECTIE_ADVICES)
  advice: InspectieAdvice;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2026-11-02' })
  @BlankIsAbsent()
  @IsOptional()
  @IsCalendarDay()
  inspectedOn?: string;
}

/** Body of `POST /api/v1/staff/meldingen`: what came by phone, letter, mail, in person or by a link (contract.md 4). */
export class StaffMeldingDto extends MeldingFieldsDto {
  @ApiProperty({ enum: [...KINDS], example: 'CRISIS' })
  @IsIn(KINDS)
  kind: Kind;

  @ApiProperty({ enum: [...STAFF_CHANNELS], example: 'PHONE' })
  @IsIn(STAFF_CHANNELS)
  channel: StaffChannel;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    example: '2026-11-20T09:12:00Z',
    description: 'when it reached us; now when left out',
  })
  @BlankIsAbsent()
  @IsOptional()
  @IsRFC3339()
  receivedAt?: string;

  @ApiPropertyOptional({ type: InspectieAdviesDto, description: 'with kind INSPECTIE_ADVIES only' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => InspectieAdviesDto)
  inspectieAdvies?: InspectieAdviesDto;
}
