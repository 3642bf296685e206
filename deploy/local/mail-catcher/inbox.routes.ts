import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendPage, sendStyle, STYLE_PATH } from '../page/local-page.js';
import { inboxPage, mailPage, noMailPage } from './inbox-pages.js';
import type { CaughtMail, MailStore } from './mail-store.js';

/** `GET` and `DELETE /api/messages` for programs, the rest for people. */
export function inboxRoutes(store: MailStore) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    switch (`${request.method} ${pathname}`) {
      case 'GET /api/messages':
        return sendJson(response, found(store, searchParams));
      case 'DELETE /api/messages':
        store.clear();
        response.writeHead(204).end();
        return;
      case 'POST /leegmaken':
        if (request.headers['sec-fetch-site'] !== 'cross-site') store.clear();
        response.writeHead(303, { location: '/' }).end();
        return;
      case 'GET /':
        return sendPage(response, 200, inboxPage(store.list(null)));
      case `GET ${STYLE_PATH}`:
        return sendStyle(response);
      case 'GET /health/live':
      case 'GET /health/ready':
        return sendJson(response, { status: 'ok' });
      default:
        return showMail(store, pathname, response);
    }
  };
}

function found(store: MailStore, searched: URLSearchParams): CaughtMail[] {
  const messageId = searched.get('messageId');
  return messageId === null ? store.list(searched.get('to')) : store.byMessageId(messageId);
}

function showMail(store: MailStore, pathname: string, response: ServerResponse): void {
  const id = /^\/mail\/([\w-]+)$/.exec(pathname)?.[1];
  const mail = id === undefined ? undefined : store.find(id);
  if (mail) sendPage(response, 200, mailPage(mail));
  else sendPage(response, 404, noMailPage());
}

function sendJson(response: ServerResponse, value: unknown): void {
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}
