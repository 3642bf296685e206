import pg from 'pg';

/**
 * Kills the process of one session of a service, as the kernel does when memory runs out.
 * @throws Error when the server is away or no service has a session
 */
export async function killOneSession(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined); // the server drops this session with all others
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND datname LIKE 'opgroeipunt%' ORDER BY random() LIMIT 1`,
    );
    const pid = rows[0]?.pid;
    if (pid === undefined) throw new Error('no service has a session');
    process.kill(pid, 'SIGKILL');
  } finally {
    await client.end().catch(() => undefined);
  }
}
