import { ROLES, Roles } from '#platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MessagePageDto, MessagesQuery } from './message.dto.js';
import { Messages } from './messages.query.js';

@ApiTags('messages')
@Roles(...ROLES, 'SERVICE')
@Controller('api/v1/messages')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get()
  @ApiOperation({ summary: 'Messages sent or due, newest first' })
  @ApiOkResponse({ type: MessagePageDto })
  list(@Query() query: MessagesQuery): Promise<MessagePageDto> {
    return this.messages.page(query);
  }
}
