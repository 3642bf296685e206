import { LEVELS, type Level } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsString, Length, ValidateIf } from 'class-validator';
import { CASE_ACTIONS, type CaseAction } from './case-action.js';

const trimmed = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value);

/** What somebody does with a case, with what that action needs. */
export class CaseActionDto {
  @ApiProperty({ enum: CASE_ACTIONS, example: 'assign' })
  @IsIn(CASE_ACTIONS)
  action: CaseAction;

  @ApiPropertyOptional({ example: 'kb.mc.een', description: 'user name; required for assign' })
  @ValidateIf(({ action }: CaseActionDto) => action === 'assign')
  @IsString()
  @Length(1, 100)
  assignee?: string;

  @ApiPropertyOptional({
    enum: LEVELS,
    example: 'HIGH',
    description: 'required for raise; higher than it is now',
  })
  @ValidateIf(({ action }: CaseActionDto) => action === 'raise')
  @IsIn(LEVELS)
  level?: Level;

  @ApiPropertyOptional({
    minLength: 3,
    maxLength: 1000,
    example: 'Kent deze opvang van een vorige melding.',
    description: 'why, for who reads the case later; required for raise',
  })
  @Transform(trimmed)
  @ValidateIf(
    ({ action, reason }: CaseActionDto) => action === 'raise' || (reason !== undefined && reason !== null),
  )
  @IsString()
  @Length(3, 1000)
  reason?: string;
}
