const NUMBER = /^\d{1,6}(?:[.,]\d{1,4})?$/;

/** A number as a Belgian writes it ("1,5"); undefined when it is none. */
export const readNumber = (text: string): number | undefined =>
  NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined;
