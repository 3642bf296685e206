/**
 * Replaces `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as docker compose does.
 * @throws Error for a required variable that is not set
 */
export function interpolate(text: string, env: Record<string, string | undefined>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_match, name: string, kind?: string, rest = '') => {
    const value = env[name];
    if (value) return value;
    if (kind === '?') throw new Error(`${name} is not set: ${rest}`);
    return kind === '-' ? rest : '';
  });
}
