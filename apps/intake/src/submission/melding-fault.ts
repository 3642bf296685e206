import type { LocalText } from '#platform';

/** Why a melding cannot be taken as it is, in words for the melder. */
export interface MeldingFault {
  /** RFC 6901 pointer into the body. */
  pointer: string;
  code: string;
  message: LocalText;
}

export const fault = (pointer: string, code: string, message: LocalText): MeldingFault => ({
  pointer,
  code,
  message,
});
