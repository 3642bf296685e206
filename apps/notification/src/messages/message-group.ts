import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { Message } from './message.entity.js';

/** A message and those that its mail also tells: one mail, one fate. */
export class MessageGroup {
  private constructor(
    private readonly lead: Message,
    readonly messages: Message[],
  ) {}

  static async of(manager: EntityManager, lead: Message): Promise<MessageGroup> {
    const others = await manager.find(Message, { where: { combinedInto: lead.id }, order: { id: 'ASC' } });
    return new MessageGroup(lead, [lead, ...others]);
  }

  async become(manager: EntityManager, change: QueryDeepPartialEntity<Message>): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(Message)
      .set(change)
      .where('id = :id OR combined_into = :id', { id: this.lead.id })
      .execute();
  }
}
