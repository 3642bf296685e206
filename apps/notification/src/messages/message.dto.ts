import { MESSAGE_PURPOSES, type MessagePurpose } from '#contracts';
import { PageQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MESSAGE_STATES, type MessageState } from './message-state.js';
import type { Message } from './message.entity.js';

const EXAMPLE_MELDING = '0193a5c2-7b1e-7c3a-9f00-3b6f2c1d4e5f';

export class MessagesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Id or reference of a melding', example: 'OP-7K3M-Q9XD' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subject?: string;

  @ApiPropertyOptional({ enum: MESSAGE_STATES, description: 'UNCERTAIN, FAILED and BOUNCED need a person' })
  @IsOptional()
  @IsIn(MESSAGE_STATES)
  state?: MessageState;
}

/** States in which a message waits for a person; an uncertain one does when no provider could tell. */
const ownerOf = ({ state, askedAt }: Message): 'BEHEERDER' | null =>
  state === 'FAILED' || state === 'BOUNCED' || (state === 'UNCERTAIN' && askedAt !== null)
    ? 'BEHEERDER'
    : null;

/** A message as staff see it: to whom by token only, and never its words. */
export class MessageDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: MESSAGE_PURPOSES })
  purpose: MessagePurpose;

  @ApiProperty({ format: 'uuid', example: EXAMPLE_MELDING })
  subject: string;

  @ApiProperty({ example: 'OP-7K3M-Q9XD' })
  reference: string;

  @ApiProperty({ example: 'acknowledgement' })
  template: string;

  @ApiProperty({ example: '2026.1' })
  templateVersion: string;

  @ApiProperty({ enum: ['EMAIL'] })
  channel: 'EMAIL';

  @ApiProperty({ description: 'Stands for the recipient; the same for the same recipient' })
  recipientToken: string;

  @ApiProperty({ enum: MESSAGE_STATES })
  state: MessageState;

  @ApiProperty({ description: 'Tries so far' })
  attempts: number;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the last failed try' })
  lastError: string | null;

  @ApiProperty({ format: 'date-time' })
  requestedAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when nobody knows whether the mail provider has it',
  })
  uncertainSince: string | null;

  @ApiProperty({ enum: ['BEHEERDER'], nullable: true, description: 'Who has to look at it' })
  owner: 'BEHEERDER' | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When a report said that it arrived or came back',
  })
  settledAt: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Message whose mail also tells this one',
  })
  combinedInto: string | null;

  static of(message: Message): MessageDto {
    return Object.assign(new MessageDto(), {
      id: message.id,
      purpose: message.purpose,
      subject: message.subjectId,
      reference: message.reference,
      template: message.template,
      templateVersion: message.templateVersion,
      channel: message.channel,
      recipientToken: message.recipientToken,
      state: message.state,
      attempts: message.attempts,
      lastError: message.lastError,
      requestedAt: message.requestedAt.toISOString(),
      sentAt: message.sentAt?.toISOString() ?? null,
      uncertainSince: message.uncertainSince?.toISOString() ?? null,
      owner: ownerOf(message),
      settledAt: message.settledAt?.toISOString() ?? null,
      combinedInto: message.combinedInto,
    });
  }
}

export class MessagePageDto {
  @ApiProperty({ type: [MessageDto] })
  items: MessageDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
