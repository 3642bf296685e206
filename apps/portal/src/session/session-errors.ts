/** The page is for staff and nobody is signed in, or no longer: sign in first, then come back. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';

  constructor(readonly address: string) {
    super('Nobody is signed in.');
  }
}

/** A form came without the token of its session: sent by another site, or from before the last sign-in. */
export class CsrfRefused extends Error {
  override readonly name = 'CsrfRefused';

  constructor() {
    super('The form does not belong to this session.');
  }
}
