import { CurrentActor, Roles, type Actor } from '#platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { MessageDto } from '../messages/message.dto.js';
import { DeliveryAnswerDto, MessagePath } from './delivery-answer.dto.js';
import { DeliveryAnswers } from './delivery-answers.service.js';

@ApiTags('messages')
@Roles('BEHEERDER')
@Controller('api/v1/messages')
export class DeliveryAnswerController {
  constructor(private readonly answers: DeliveryAnswers) {}

  @Post(':id/delivery-answer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Says whether an uncertain message was sent; when it was not, it is sent again' })
  @ApiBody({
    type: DeliveryAnswerDto,
    examples: { sent: { value: { answer: 'SENT' } }, notSent: { value: { answer: 'NOT_SENT' } } },
  })
  @ApiOkResponse({ type: MessageDto })
  @ApiResponse({ status: 404, description: 'No such message' })
  @ApiResponse({ status: 409, description: 'It is not uncertain (any more)' })
  async answer(
    @Param() { id }: MessagePath,
    @Body() { answer }: DeliveryAnswerDto,
    @CurrentActor() actor: Actor,
  ): Promise<MessageDto> {
    return MessageDto.of(await this.answers.give(id, answer, actor));
  }
}
