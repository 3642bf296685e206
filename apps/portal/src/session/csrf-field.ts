/** Name of the hidden control that carries the token of a session. */
export const CSRF_FIELD = 'csrf';
