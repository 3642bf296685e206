import { ApiProperty } from '@nestjs/swagger';
import type { Evidence, Reason } from '../urgency/index.js';

export class ReasonDto implements Reason {
  @ApiProperty({ example: 'R-H2', description: 'rule code; a negated text signal as TXT-GEWELD(neg)' })
  code: string;

  @ApiProperty({ example: 'Letsel zonder verklaring of met medische zorg.' })
  text: string;

  @ApiProperty({
    type: 'array',
    description:
      'the answer, the place in the text (UTF-16 offsets, end exclusive) or the context that matched',
    items: { type: 'object', additionalProperties: true },
    example: [{ type: 'answer', key: 'injury', value: 'unexplained' }],
  })
  evidence: readonly Evidence[];
}
