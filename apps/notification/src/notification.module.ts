import { Module } from '@nestjs/common';
import { AcknowledgementConsumer } from './acknowledgement/acknowledgement.consumer.js';
import { AcknowledgementService } from './acknowledgement/acknowledgement.service.js';
import { Judgements } from './acknowledgement/judgements.store.js';
import { OverdueAcknowledgements } from './acknowledgement/overdue-acknowledgements.service.js';
import { BounceIntake } from './bounces/bounce-intake.js';
import { BounceSource } from './bounces/bounce-source.js';
import { bounceSource } from './bounces/bounce-source.factory.js';
import { Bounces } from './bounces/bounces.service.js';
import { ReturnPaths } from './bounces/return-path.js';
import { DeliveryEnds } from './delivery/delivery-ends.store.js';
import { DeliveryStarts } from './delivery/delivery-starts.store.js';
import { DueMessages } from './delivery/due-messages.reader.js';
import { DeliveryRecord } from './delivery/delivery.record.js';
import { MailComposer } from './delivery/mail-composer.service.js';
import { HandOver } from './delivery/hand-over.service.js';
import { MAIL_PROVIDERS, MailProviders } from './delivery/mail-providers.service.js';
import { SendMessageWorker } from './delivery/send-message.worker.js';
import { SmtpMailProvider } from './delivery/smtp-mail-provider.js';
import { smtpServersOf } from './delivery/smtp-servers.js';
import { DutyAlertConsumer } from './duty-alert/duty-alert.consumer.js';
import { DutyEscalation } from './duty-alert/duty-escalation.service.js';
import { CaseHolders } from './handler-notice/case-holders.service.js';
import { HandlerNoticeConsumer } from './handler-notice/handler-notice.consumer.js';
import { StaleNotices } from './handler-notice/stale-notices.service.js';
import { MessageDispatch } from './messages/message-dispatch.service.js';
import { MessageMetrics } from './messages/message.metrics.js';
import { MessageRegister } from './messages/message-register.service.js';
import { MessagesController } from './messages/messages.controller.js';
import { Messages } from './messages/messages.query.js';
import { NotificationConfig } from './notification.config.js';
import { LatePace } from './pacing/late-pace.service.js';
import { MelderContactClient } from './recipients/melder-contact.client.js';
import { RecipientTokens } from './recipients/recipient-token.js';
import { MailRenderer } from './templates/mail-renderer.js';
import { TemplateCatalogue } from './templates/template-catalogue.js';
import { DeliveryAnswerController } from './uncertainty/delivery-answer.controller.js';
import { DeliveryAnswers } from './uncertainty/delivery-answers.service.js';
import { ProviderLookups } from './uncertainty/provider-lookup.js';
import { providerLookups } from './uncertainty/provider-lookups.factory.js';
import { UncertainMessages } from './uncertainty/uncertain-message.service.js';

@Module({
  controllers: [
    AcknowledgementConsumer,
    DeliveryAnswerController,
    DutyAlertConsumer,
    HandlerNoticeConsumer,
    MessagesController,
  ],
  providers: [
    AcknowledgementService,
    BounceIntake,
    Bounces,
    CaseHolders,
    DeliveryAnswers,
    DeliveryEnds,
    DeliveryRecord,
    DeliveryStarts,
    DueMessages,
    DutyEscalation,
    HandOver,
    Judgements,
    LatePace,
    MailComposer,
    MailProviders,
    MailRenderer,
    MelderContactClient,
    MessageDispatch,
    MessageMetrics,
    MessageRegister,
    Messages,
    OverdueAcknowledgements,
    RecipientTokens,
    ReturnPaths,
    SendMessageWorker,
    StaleNotices,
    TemplateCatalogue,
    UncertainMessages,
    {
      provide: MAIL_PROVIDERS,
      inject: [NotificationConfig],
      useFactory: (config: NotificationConfig) =>
        smtpServersOf(config).map((server) => new SmtpMailProvider(server, config.MAIL_FROM)),
    },
    { provide: ProviderLookups, inject: [NotificationConfig], useFactory: providerLookups },
    { provide: BounceSource, inject: [NotificationConfig], useFactory: bounceSource },
  ],
})
export class NotificationModule {}
