import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { AnyRouter } from '@orpc/server';
import { type WebSocket, WebSocketServer } from 'ws';
import { BACKEND_PROTOCOL, NOT_ADMITTED } from '#shared/contract/process/window-bridge.ts';
import { findWindowFile, windowHeaders } from '#shared/contract/process/window-files.ts';
import type { BuiltWindow } from '#shared/node/built-window.ts';
import { answerLine } from '../backend/process/answer-line.ts';
import { admit } from './admit.ts';
import type { HostSecrets } from './host-secrets.ts';
import { refuseSocket } from './refuse-socket.ts';

/** The longest text has 20,000 characters; nothing that a page sends comes near this, in bytes. */
const MAX_MESSAGE_BYTES = 1024 * 1024;

export type HostServerOptions = {
  readonly router: AnyRouter;
  readonly secrets: HostSecrets;
  /** 0: any free one. */
  readonly port: number;
  readonly window: BuiltWindow;
  /** How long a socket may take to prove itself, ms. */
  readonly patienceMs?: number;
};

export type HostServer = Awaited<ReturnType<typeof openHostServer>>;

/** Serves the window's page and, on a web socket, the backend: on the loopback interface only. */
export async function openHostServer(options: HostServerOptions) {
  const http = createServer().listen(options.port, '127.0.0.1');
  await once(http, 'listening');
  const own = `127.0.0.1:${(http.address() as AddressInfo).port}`;

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: () => BACKEND_PROTOCOL,
  });
  sockets.on('connection', (socket) => {
    // A page that breaks the protocol loses its own socket and nothing else.
    socket.on('error', () => socket.terminate());
    void admit(socket, own, options.secrets, options.patienceMs).then((isIn) => {
      if (isIn) answerSocket(socket, options.router);
      else socket.close(NOT_ADMITTED);
    });
  });
  http.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const refusal = refuseSocket(own, request);
    if (refusal !== null) return refuse(stream, refusal);
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
  });
  http.on('request', (request, response) => {
    void serveFile(options.window, own, request, response);
  });

  return {
    /** `http://127.0.0.1:PORT` */
    origin: `http://${own}`,
    close: async (): Promise<void> => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** The code of a web socket for a message that is none of its protocol. */
const PROTOCOL_ERROR = 1002;

function answerSocket(socket: WebSocket, router: AnyRouter): void {
  const { take, close } = answerLine(router, {
    send: (message) => socket.send(message),
    end: () => socket.close(PROTOCOL_ERROR),
  });
  socket.on('message', (data, isBinary) => take(isBinary ? data : data.toString()));
  socket.on('close', close);
}

function refuse(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function serveFile(
  window: BuiltWindow,
  own: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = windowHeaders('self');
  const end = (status: number) => response.writeHead(status, headers).end();
  // Another Host header is a page of another name that leads here (DNS rebinding).
  if (request.headers.host !== own) return void end(421);
  if (request.method !== 'GET' && request.method !== 'HEAD') return void end(405);
  const [path = ''] = (request.url ?? '').split('?');
  const file = findWindowFile(window.names, path);
  if (file === null) return void end(404);
  try {
    const body = await readFile(join(window.dir, file.name));
    response.writeHead(200, { ...headers, 'Content-Type': file.type, 'Content-Length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch {
    end(404);
  }
}
