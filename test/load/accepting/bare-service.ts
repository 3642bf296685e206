// What every ratio is held against: Fastify and pg with nothing else, one durable insert a request.
import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 8 });
await pool.query('CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, body jsonb NOT NULL)');

const server = fastify();
server.get('/ready', () => ({ ready: true }));
server.post('/', async (request, reply) => {
  const id = randomUUID();
  await pool.query({
    name: 'insert-bare',
    text: 'INSERT INTO bare (id, body) VALUES ($1, $2)',
    values: [id, JSON.stringify(request.body)],
  });
  return reply.status(201).send({ id });
});
process.once('SIGTERM', () => process.exit(0));
await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
