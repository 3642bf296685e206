import { KLACHT_KINDS, labelNl } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { ReturnPaths } from '../bounces/return-path.js';
import type { Message } from '../messages/message.entity.js';
import { MessageGroup } from '../messages/message-group.js';
import { NotificationConfig } from '../notification.config.js';
import { MelderContactClient, type MelderContact } from '../recipients/melder-contact.client.js';
import { MailRenderer } from '../templates/mail-renderer.js';
import { TemplateCatalogue } from '../templates/template-catalogue.js';
import type { DueMessage } from './due-message.js';
import type { OutgoingMail } from './mail-provider.js';
import { messageIdOf } from './message-id.js';

/** A mail server may take its time (RFC 5321 4.5.3.2.6); the recipient of an alert has none. */
const PATIENCE_MS = 30_000;
const URGENT_PATIENCE_MS = 10_000;

/** A moment in words, in local time. */
function momentValues(moment: Date): { date: string; time: string } {
  const local = DateTime.fromJSDate(moment, { zone: 'Europe/Brussels' }).setLocale('nl-BE');
  return { date: local.toLocaleString(DateTime.DATE_FULL), time: local.toFormat("H'.'mm 'uur'") };
}

/** What is late has a turn, but for alerts: those take none. */
const saysSo = ({ message, isLate }: DueMessage): boolean =>
  message.purpose === 'DUTY_ALERT' ? isLate : message.slotAt !== null;

/** Makes the mail of a message: fetches the address and fills the template in force. */
@Injectable()
export class MailComposer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contacts: MelderContactClient,
    private readonly templates: TemplateCatalogue,
    private readonly renderer: MailRenderer,
    private readonly returnPaths: ReturnPaths,
    private readonly config: NotificationConfig,
  ) {}

  /**
   * @returns undefined when there is no address any more
   * @throws ServiceUnavailable, ServiceAnswered when intake does not tell the address now
   */
  async compose(due: DueMessage): Promise<OutgoingMail | undefined> {
    const { staffUsername } = due.message;
    return staffUsername === null ? this.toMelder(due) : this.toStaff(due, staffUsername);
  }

  private async toMelder(due: DueMessage): Promise<OutgoingMail | undefined> {
    const { message } = due;
    const contact = await this.contacts.of(message.subjectId);
    if (contact === undefined || contact.email === null) return undefined;
    const values = { ...this.melderValues(message, contact), level: due.level ?? '', late: saysSo(due) };
    return this.addressed(message, contact.email, values);
  }

  private melderValues(message: Message, contact: MelderContact): Record<string, unknown> {
    return {
      reference: message.reference,
      ...momentValues(new Date(contact.receivedAt)),
      phone: contact.phone ?? '',
      klacht: KLACHT_KINDS.includes(message.facts.kind),
      identityMode: contact.identityMode,
      followUpUrl: new URL('/opvolgen', this.config.PORTAL_URL).href,
    };
  }

  private async toStaff(due: DueMessage, username: string): Promise<OutgoingMail> {
    const { message } = due;
    const messages = await this.toldBy(message);
    // A case that came, went and came back is one line.
    const cases = new Map(messages.map((one) => this.caseValues(one)).map((one) => [one.caseUrl, one]));
    const own = this.caseValues(message);
    return this.addressed(message, `${username}@${this.config.STAFF_MAIL_DOMAIN}`, {
      ...own,
      ...momentValues(message.occurredAt),
      others: [...cases.values()].filter(({ caseUrl }) => caseUrl !== own.caseUrl),
      late: saysSo(due),
    });
  }

  /** Only notices are told together; an alert waits for no reading of others. */
  private async toldBy(message: Message): Promise<Message[]> {
    if (message.purpose !== 'HANDLER_NOTICE') return [message];
    return (await MessageGroup.of(this.dataSource.manager, message)).messages;
  }

  private caseValues({ reference, facts }: Message) {
    const caseUrl = new URL(`/zaken/${facts.caseId ?? ''}`, this.config.PORTAL_URL).href;
    return { reference, kindLabel: labelNl('kind', facts.kind), caseUrl };
  }

  private addressed(message: Message, to: string, values: Record<string, unknown>): OutgoingMail {
    return {
      ...this.renderer.render(this.templates.inForce(message.purpose), values),
      to,
      messageId: messageIdOf(message.id, this.config.MAIL_FROM),
      returnPath: this.returnPaths.of(message.id),
      // Where nobody reads them, reports of success would fill the sender's mailbox.
      reports: this.config.BOUNCE_DOMAIN === undefined ? ['FAILURE'] : ['FAILURE', 'DELAY', 'SUCCESS'],
      answerWithinMs: message.purpose === 'DUTY_ALERT' ? URGENT_PATIENCE_MS : PATIENCE_MS,
    };
  }
}
