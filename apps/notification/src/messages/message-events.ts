import type { Message } from './message.entity.js';

/** What every event about a message says of it. */
export function aboutMessage(
  message: Pick<Message, 'id' | 'purpose' | 'subjectId' | 'recipientToken' | 'template' | 'templateVersion'>,
) {
  const { id, purpose, subjectId, recipientToken, template, templateVersion } = message;
  return { notificationId: id, purpose, subjectId, recipientToken, template, templateVersion };
}
