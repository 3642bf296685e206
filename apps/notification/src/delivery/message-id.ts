/** Message-ID of a message: fixed from its registration on, the same at every try and with every provider. */
export const messageIdOf = (id: string, mailFrom: string): string =>
  `<${id}@${mailFrom.split('@')[1] ?? ''}>`;
