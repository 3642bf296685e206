import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeadLetters } from '#messaging';
import { Roles } from '../access/access.decorators.js';
import { decodeCursor, encodeCursor } from '../paging/cursor.js';
import { PageQuery } from '../paging/page-query.dto.js';
import { DeadLetterPageDto } from './dead-letters.dto.js';

/** Records that are no events: seen by the BEHEERDER, without what is in them. */
@ApiTags('operations')
@Roles('BEHEERDER')
@Controller('api/v1/dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLetters) {}

  @Get()
  @ApiOperation({ summary: 'Records that could not be decoded, newest first' })
  @ApiOkResponse({ type: DeadLetterPageDto })
  async list(@Query() page: PageQuery): Promise<DeadLetterPageDto> {
    const cursor = page.cursor === undefined ? undefined : decodeCursor<string>(page.cursor);
    const { items, nextCursor } = await this.letters.list({ limit: page.limit, cursor });
    return { items, nextCursor: nextCursor === null ? null : encodeCursor(nextCursor) };
  }
}
