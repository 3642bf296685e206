import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PUBLIC_KINDS, type Kind } from '#contracts';
import { MeldingFieldsDto } from './melding-fields.dto.js';

/** Body of `POST /api/v1/meldingen` (contract.md 3). */
export class PublicMeldingDto extends MeldingFieldsDto {
  @ApiProperty({ enum: [...PUBLIC_KINDS], example: 'MELDING' })
  @IsIn(PUBLIC_KINDS)
  kind: Kind;
}
