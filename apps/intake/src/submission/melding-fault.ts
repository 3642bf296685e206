/** Why a melding cannot be taken as it is, in words for the melder. */
export interface MeldingFault {
  /** RFC 6901 pointer into the body. */
  pointer: string;
  code: string;
  message: { nl: string; en: string };
}

export const fault = (pointer: string, code: string, nl: string, en: string): MeldingFault => ({
  pointer,
  code,
  message: { nl, en },
});
