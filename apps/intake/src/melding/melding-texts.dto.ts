import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';

const ID = '0193529e-6a0b-7c3e-9f51-2f7d1c0a4b11';
const MOST = 100;

export class MeldingTextsQuery {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST, example: [ID] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @IsUUID(undefined, { each: true })
  ids: string[];
}

export const MELDING_TEXTS_EXAMPLES = {
  several: { summary: 'Those that came in together', value: { ids: [ID] } },
};

export class MeldingTextDto {
  @ApiProperty({
    type: String,
    example: 'Voor de derde keer in twee weken komt mijn dochter thuis met blauwe plekken.',
  })
  description: string;

  @ApiProperty({ type: String, nullable: true, example: null })
  measuresTaken: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  desiredOutcome: string | null;

  @ApiProperty({ type: String, example: 'nl' })
  language: string;
}

export class MeldingTextWithIdDto extends MeldingTextDto {
  @ApiProperty({ type: String, format: 'uuid', example: ID })
  id: string;
}

export class MeldingTextsDto {
  @ApiProperty({ type: [MeldingTextWithIdDto], description: 'without those that do not exist' })
  items: MeldingTextWithIdDto[];
}
