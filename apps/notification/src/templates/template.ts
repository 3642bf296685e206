import type { MessagePurpose } from '#contracts';

/** A text with its version, as data: a change of words is a new version, and each message says which it used. */
export interface Template {
  name: string;
  version: string;
  purpose: MessagePurpose;
  /** Liquid. */
  subject: string;
  /** Liquid; paragraphs are parted by an empty line. */
  body: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}
