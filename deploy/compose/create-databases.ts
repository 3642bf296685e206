import { ensureServiceDatabase } from '#platform/embedded-postgres';

/**
 * Deploy step: one role and one database for each variable `PASSWORD_<NAME>`, on the server of
 * `POSTGRES_ADMIN_URL`. Repeat-safe; a changed password is set.
 */
const { POSTGRES_ADMIN_URL } = process.env;
if (!POSTGRES_ADMIN_URL)
  throw new Error('POSTGRES_ADMIN_URL is empty: tell which server, with its superuser');
const PREFIX = 'PASSWORD_';
for (const [variable, password] of Object.entries(process.env)) {
  if (!variable.startsWith(PREFIX) || !password) continue;
  const name = variable.slice(PREFIX.length).toLowerCase();
  await ensureServiceDatabase(POSTGRES_ADMIN_URL, { name, password });
  console.log(`${name} is there`);
}
