import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';

export const DELIVERY_ANSWERS = ['SENT', 'NOT_SENT'] as const;
export type DeliveryAnswer = (typeof DELIVERY_ANSWERS)[number];

export class MessagePath {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
}

export class DeliveryAnswerDto {
  @ApiProperty({
    enum: DELIVERY_ANSWERS,
    description: 'What the mail provider, or the recipient, says of it. NOT_SENT sends it again.',
  })
  @IsIn(DELIVERY_ANSWERS)
  answer: DeliveryAnswer;
}
