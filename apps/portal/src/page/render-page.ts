import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Sends a page. Nothing a page shows may stay in a cache or travel on as a referrer (architecture.md 6). */
export function sendPage(reply: FastifyReply, status: number, page: VNode): void {
  void reply
    .status(status)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(`<!doctype html>${renderToString(page)}`);
}

/** After a POST: the answer is another page, to be fetched with GET. */
export function redirectTo(reply: FastifyReply, url: string): void {
  void reply.status(303).header('Location', url).header('Cache-Control', 'no-store').send();
}
