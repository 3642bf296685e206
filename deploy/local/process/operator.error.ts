/** A start that cannot go on, said in one plain sentence with what to do about it. Nothing was damaged. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
