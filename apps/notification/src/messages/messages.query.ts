import { encodeCursor, isIdPosition, pageOf, positionIn } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { MessageDto, type MessagePageDto, type MessagesQuery } from './message.dto.js';
import { Message } from './message.entity.js';

/** Messages, newest first: ids are UUIDv7, so their order is that of the requests. */
@Injectable()
export class Messages {
  constructor(private readonly dataSource: DataSource) {}

  async page({ subject, state, limit, cursor }: MessagesQuery): Promise<MessagePageDto> {
    const rows = this.dataSource.manager
      .createQueryBuilder(Message, 'message')
      .orderBy('message.id', 'DESC')
      .take(limit + 1);
    if (subject !== undefined) {
      rows.andWhere(isUUID(subject) ? 'message.subjectId = :subject' : 'message.reference = :subject', {
        subject,
      });
    }
    if (state !== undefined) rows.andWhere('message.state = :state', { state });
    if (cursor !== undefined)
      rows.andWhere('message.id < :before', { before: positionIn(cursor, isIdPosition) });
    return pageOf(
      await rows.getMany(),
      limit,
      (message) => MessageDto.of(message),
      (last) => encodeCursor(last.id),
    );
  }
}
