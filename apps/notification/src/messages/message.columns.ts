/** Columns of table `message`, called `m`, as the fields of `Message`: for statements that do more than read it. */
export const MESSAGE_COLUMNS = `
  m.id, m.purpose, m.subject_id AS "subjectId", m.reference, m.occasion, m.recipient_token AS "recipientToken",
  m.staff_username AS "staffUsername", m.template, m.template_version AS "templateVersion", m.channel, m.facts, m.state,
  m.occurred_at AS "occurredAt", m.requested_at AS "requestedAt", m.released_at AS "releasedAt", m.attempts,
  m.last_error AS "lastError", m.sent_at AS "sentAt", m.slot_at AS "slotAt", m.uncertain_since AS "uncertainSince",
  m.asked_at AS "askedAt", m.settled_at AS "settledAt", m.combined_into AS "combinedInto"`;
