import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FIELDS, LANGUAGES, PUBLIC_KINDS } from '#contracts';

export class CatalogueQuery {
  @ApiPropertyOptional({
    enum: [...LANGUAGES],
    default: 'nl',
    description: 'Dutch for now, whatever is asked',
  })
  @IsOptional()
  @IsIn(LANGUAGES)
  lang?: string;
}

export class CatalogueOptionDto {
  @ApiProperty({ type: String, example: 'yes' })
  value: string;

  @ApiProperty({ type: String, example: 'Ja' })
  label: string;
}

export class CataloguePartDto {
  @ApiProperty({ type: String, example: 'contact.address.street' })
  name: string;

  @ApiProperty({ type: String, example: 'Straat' })
  label: string;

  @ApiProperty({ type: 'integer', example: 200 })
  maxLength: number;
}

export class CatalogueFieldDto {
  @ApiProperty({ enum: [...FIELDS], example: 'answers.immediateDanger' })
  field: string;

  @ApiProperty({
    enum: ['required', 'asked', 'optional', 'forOrganisator'],
    example: 'required',
    description: 'only what is required is refused when missing',
  })
  rule: string;

  @ApiProperty({ type: String, example: 'Is er nu een kind in gevaar?' })
  label: string;

  @ApiPropertyOptional({ type: String, example: 'Is er levensgevaar? Bel eerst 112.' })
  help?: string;

  @ApiProperty({
    enum: ['CHOICE', 'TEXT', 'EMAIL', 'PHONE', 'LONG_TEXT', 'NUMBER', 'DATE', 'DATE_TIME', 'YES_NO', 'GROUP'],
    example: 'CHOICE',
  })
  control: string;

  @ApiPropertyOptional({ type: Boolean, example: false })
  multiple?: boolean;

  @ApiPropertyOptional({ type: [CatalogueOptionDto] })
  options?: CatalogueOptionDto[];

  @ApiPropertyOptional({ type: [CataloguePartDto] })
  parts?: CataloguePartDto[];

  @ApiPropertyOptional({ type: 'integer', example: 20 })
  minLength?: number;

  @ApiPropertyOptional({ type: 'integer', example: 8000 })
  maxLength?: number;
}

export class CatalogueKindDto {
  @ApiProperty({ enum: [...PUBLIC_KINDS], example: 'MELDING' })
  kind: string;

  @ApiProperty({ type: String, example: 'Bezorgdheid melden' })
  label: string;

  @ApiProperty({ type: String, example: 'Je maakt je zorgen over wat er in een opvang gebeurt.' })
  when: string;

  @ApiProperty({ type: [CatalogueFieldDto] })
  fields: CatalogueFieldDto[];
}

export class CatalogueDto {
  @ApiProperty({ enum: ['nl'], example: 'nl' })
  language: string;

  @ApiProperty({ type: [CatalogueKindDto] })
  kinds: CatalogueKindDto[];
}
