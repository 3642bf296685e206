import { IsMoment } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsUUID,
  Matches,
  ValidateIf,
} from 'class-validator';
import { MELDING_LEVELS, MELDING_STATUSES, type MeldingContent } from './melding-content.js';

const CODE = /^[A-Z][A-Z0-9_]{0,39}$/;
const DAY = /^(19|2\d)\d{2}-\d{2}-\d{2}$/;
const OrNull = (): PropertyDecorator => ValidateIf((_object: unknown, value: unknown) => value !== null);

export class MeldingPath {
  @ApiProperty({ format: 'uuid', example: '01930a5e-7c1b-7d2a-9f3e-2b6c8d4e5f60' })
  @IsUUID()
  meldingId: string;
}

/** All that may be told about a melding. Data about the melder are refused as unknown properties. */
export class MeldingRegistrationDto {
  @ApiProperty({ example: 'OP-7K3M-Q9XD' })
  @Matches(/^[A-Z0-9-]{4,20}$/)
  reference: string;

  @ApiProperty({ example: 'MELDING', pattern: CODE.source })
  @Matches(CODE)
  kind: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  @IsMoment()
  receivedAt: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-11-20' })
  @OrNull()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  factDate: string | null;

  @ApiProperty({
    type: [String],
    maxItems: 200,
    example: ['L02'],
    description: 'Empty: dossier "zonder locatie"',
  })
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(/^[\w.-]{1,64}$/, { each: true })
  locationIds: string[];

  @ApiProperty({ type: [String], maxItems: 50, example: ['TOEZICHT_VEILIGHEID'] })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(CODE, { each: true })
  themes: string[];

  @ApiProperty({ enum: MELDING_LEVELS, nullable: true, example: 'HIGH' })
  @OrNull()
  @IsIn(MELDING_LEVELS)
  level: MeldingContent['level'];

  @ApiProperty({ enum: MELDING_STATUSES, example: 'INGEDIEND' })
  @IsIn(MELDING_STATUSES)
  status: MeldingContent['status'];

  @ApiProperty({ type: String, nullable: true, pattern: CODE.source, example: null })
  @OrNull()
  @Matches(CODE)
  outcome: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'kb.mc.een',
    description: 'User name of the behandelaar',
  })
  @OrNull()
  @Matches(/^[\w.-]{1,100}$/)
  handler: string | null;
}

export const contentOf = (dto: MeldingRegistrationDto): MeldingContent => ({
  reference: dto.reference,
  kind: dto.kind,
  receivedAt: new Date(dto.receivedAt),
  factDate: dto.factDate,
  locationIds: dto.locationIds,
  themes: dto.themes,
  level: dto.level,
  status: dto.status,
  outcome: dto.outcome,
  handler: dto.handler,
});
