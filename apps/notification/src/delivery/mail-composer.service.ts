import { KLACHT_KINDS, labelNl } from '#contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { Judgement } from '../acknowledgement/judgement.entity.js';
import type { Message } from '../messages/message.entity.js';
import { NotificationConfig } from '../notification.config.js';
import { MelderContactClient, type MelderContact } from '../recipients/melder-contact.client.js';
import { MailRenderer } from '../templates/mail-renderer.js';
import { TemplateCatalogue } from '../templates/template-catalogue.js';
import type { OutgoingMail } from './mail-provider.js';

/** Makes the mail of a message: fetches the address and fills the template in force. */
@Injectable()
export class MailComposer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contacts: MelderContactClient,
    private readonly templates: TemplateCatalogue,
    private readonly renderer: MailRenderer,
    private readonly config: NotificationConfig,
  ) {}

  /**
   * @returns undefined when there is no address any more
   * @throws ServiceUnavailable, ServiceAnswered when intake does not tell the address now
   */
  async compose(message: Message): Promise<OutgoingMail | undefined> {
    return message.staffUsername === null
      ? this.toMelder(message)
      : this.toStaff(message, message.staffUsername);
  }

  private async toMelder(message: Message): Promise<OutgoingMail | undefined> {
    const contact = await this.contacts.of(message.subjectId);
    if (contact === undefined || contact.email === null) return undefined;
    const judgement = await this.dataSource.manager.findOneBy(Judgement, { meldingId: message.subjectId });
    const values = { ...this.melderValues(message, contact), level: judgement?.level ?? '' };
    return this.addressed(message, contact.email, values);
  }

  private melderValues(message: Message, contact: MelderContact): Record<string, unknown> {
    const received = DateTime.fromISO(contact.receivedAt, { zone: 'Europe/Brussels', locale: 'nl-BE' });
    return {
      reference: message.reference,
      date: received.toLocaleString(DateTime.DATE_FULL),
      time: received.toFormat("H'.'mm 'uur'"),
      phone: contact.phone ?? '',
      klacht: KLACHT_KINDS.includes(message.facts.kind),
      identityMode: contact.identityMode,
      followUpUrl: new URL('/opvolgen', this.config.PORTAL_URL).href,
    };
  }

  private toStaff(message: Message, username: string): OutgoingMail {
    return this.addressed(message, `${username}@${this.config.STAFF_MAIL_DOMAIN}`, {
      reference: message.reference,
      kindLabel: labelNl('kind', message.facts.kind),
      caseUrl: new URL(`/zaken/${message.facts.caseId ?? ''}`, this.config.PORTAL_URL).href,
    });
  }

  private addressed(message: Message, to: string, values: Record<string, unknown>): OutgoingMail {
    const domain = this.config.MAIL_FROM.split('@')[1];
    return {
      ...this.renderer.render(this.templates.inForce(message.purpose), values),
      to,
      messageId: `<${message.id}@${domain}>`,
    };
  }
}
