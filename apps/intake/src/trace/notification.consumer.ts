import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { NOTIFICATION_SENT, type MessagePurpose, type NotificationSentV1 } from '#contracts';
import { EventContext, Projects } from '#messaging';
import type { RecordedStep } from './trace.js';
import { FOLLOWING } from './following.projection.js';
import { recordStep } from './trace.store.js';

const STEPS: Record<MessagePurpose, RecordedStep> = {
  ACKNOWLEDGEMENT: 'ACKNOWLEDGED',
  DUTY_ALERT: 'DUTY_ALERTED',
  HANDLER_NOTICE: 'HANDLER_NOTIFIED',
};

/** Follows the messages that go out about a melding. */
@Controller()
export class NotificationConsumer {
  @Projects(NOTIFICATION_SENT, FOLLOWING)
  async onSent(@Payload() event: NotificationSentV1, @Ctx() context: EventContext): Promise<void> {
    await recordStep(context, event.subjectId, STEPS[event.purpose], event.sentAt);
  }
}
