import { Module } from '@nestjs/common';
import { AcknowledgementConsumer } from './acknowledgement/acknowledgement.consumer.js';
import { AcknowledgementService } from './acknowledgement/acknowledgement.service.js';
import { DeliveryRecord } from './delivery/delivery.record.js';
import { MailComposer } from './delivery/mail-composer.service.js';
import { MailProvider } from './delivery/mail-provider.js';
import { SendMessageWorker } from './delivery/send-message.worker.js';
import { SmtpMailProvider } from './delivery/smtp-mail-provider.js';
import { DutyAlertConsumer } from './duty-alert/duty-alert.consumer.js';
import { HandlerNoticeConsumer } from './handler-notice/handler-notice.consumer.js';
import { MessageDispatch } from './messages/message-dispatch.service.js';
import { MessageRegister } from './messages/message-register.service.js';
import { MessagesController } from './messages/messages.controller.js';
import { Messages } from './messages/messages.query.js';
import { MelderContactClient } from './recipients/melder-contact.client.js';
import { RecipientTokens } from './recipients/recipient-token.js';
import { MailRenderer } from './templates/mail-renderer.js';
import { TemplateCatalogue } from './templates/template-catalogue.js';

@Module({
  controllers: [AcknowledgementConsumer, DutyAlertConsumer, HandlerNoticeConsumer, MessagesController],
  providers: [
    AcknowledgementService,
    DeliveryRecord,
    MailComposer,
    MailRenderer,
    MelderContactClient,
    MessageDispatch,
    MessageRegister,
    Messages,
    RecipientTokens,
    SendMessageWorker,
    TemplateCatalogue,
    { provide: MailProvider, useClass: SmtpMailProvider },
  ],
})
export class NotificationModule {}
