import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { CASE_STATUSES, KINDS, TRACE_STEPS } from '#contracts';

export class FollowUpCodeDto {
  @ApiProperty({ type: String, maxLength: 100, example: '4821 0937 5526 1048' })
  @IsString()
  @MaxLength(100)
  code: string;
}

export class FollowUpTokenDto {
  @ApiProperty({ type: String, example: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIwMTkzIn0.c2lnbmF0dXJl' })
  token: string;

  @ApiProperty({ type: 'integer', example: 1800, description: 'seconds' })
  expiresIn: number;
}

export class FollowUpStepDto {
  @ApiProperty({ enum: [...TRACE_STEPS], example: 'RECEIVED' })
  step: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-21T20:15:00.000Z' })
  at: string;

  @ApiProperty({ type: String, example: 'We hebben je bericht ontvangen' })
  label: string;
}

export class FollowUpDto {
  @ApiProperty({ type: String, example: 'OP-7K3M-Q9XD' })
  reference: string;

  @ApiProperty({ enum: [...KINDS], example: 'MELDING' })
  kind: string;

  @ApiProperty({ enum: [...CASE_STATUSES], example: 'IN_ASSESSMENT' })
  status: string;

  @ApiProperty({ type: String, example: 'In onderzoek' })
  statusLabel: string;

  @ApiProperty({ type: [FollowUpStepDto] })
  trace: FollowUpStepDto[];

  @ApiProperty({ type: [Object], example: [], description: 'talk with the handler; none yet' })
  messages: object[];

  @ApiProperty({ type: [Object], example: [], description: 'files the melder added; none yet' })
  attachments: object[];
}
