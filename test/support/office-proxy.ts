import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { REGENCY_CERTIFICATE, REGENCY_KEY } from '../../electron/backend/testing/certificates.ts';
import { listen } from './listen.ts';

/** Nobody else knows this name: who gets an answer by it was at the proxy. */
export const CENTRAL_NAME = 'pusat.kabupaten.test';

/** The proxy of an office, the only way to its central service. */
export type OfficeProxy = {
  readonly address: string;
  /** The script that leads every request to it (PAC). */
  readonly script: string;
  /** What came by, as "PATCH /v1/attachments/1"; of what is encrypted only "CONNECT". */
  readonly asked: () => readonly string[];
  /** From now on it wants a name and a password of everybody; or of nobody any more. */
  readonly askPassword: (asks: boolean) => void;
  readonly close: () => Promise<void>;
};

/** @param service `http://127.0.0.1:PORT`; by https it has the certificate of the regency's own authority. */
export async function startOfficeProxy(service: string): Promise<OfficeProxy> {
  const target = new URL(service);
  const open = new Set<Socket>();
  const asked: string[] = [];
  let asksPassword = false;
  const joined = (one: Socket, other: Socket): void => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  };
  const encrypted = createTlsServer({ key: REGENCY_KEY, cert: REGENCY_CERTIFICATE }, (near) =>
    joined(near, connect(Number(target.port), target.hostname)),
  );
  await listen(encrypted);

  const server = createServer((near, answer) => {
    if (near.url === '/proxy.pac') {
      const port = (server.address() as AddressInfo).port;
      answer.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' });
      answer.end(`function FindProxyForURL() { return 'PROXY 127.0.0.1:${port}'; }`);
      return;
    }
    asked.push(`${near.method} ${pathOf(near)}`);
    if (asksPassword) answer.writeHead(407, ASKS).end('<html>Masuk ke proksi</html>');
    else pass(near, answer, target);
  });
  server.on('connect', (_request, near: Socket) => {
    near.on('error', () => {});
    asked.push('CONNECT');
    if (asksPassword) {
      near.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${REALM}\r\n\r\n`);
      return;
    }
    near.write('HTTP/1.1 200 Connection established\r\n\r\n');
    joined(near, connect((encrypted.address() as AddressInfo).port, '127.0.0.1'));
  });
  const address = await listen(server);
  const end = (): void => {
    server.closeAllConnections();
    for (const socket of open) socket.destroy();
  };
  return {
    address,
    script: `${address}/proxy.pac`,
    asked: () => asked,
    askPassword: (asks) => {
      asksPassword = asks;
      end();
    },
    close: async () => {
      end();
      await Promise.all([server, encrypted].map(closed));
    },
  };
}

const REALM = 'Basic realm="kantor"';
const ASKS = { 'content-type': 'text/html', 'proxy-authenticate': REALM };

const pathOf = ({ url = '' }: IncomingMessage): string => new URL(url).pathname;

function pass(near: IncomingMessage, answer: ServerResponse, target: URL): void {
  const { method, headers, url = '' } = near;
  const { pathname, search } = new URL(url);
  const far = request({
    host: target.hostname,
    port: target.port,
    method,
    path: pathname + search,
    headers,
  });
  far.on('response', (message) => {
    answer.writeHead(message.statusCode ?? 502, message.headers);
    message.pipe(answer);
  });
  far.on('error', () => answer.destroy());
  answer.on('close', () => far.destroy());
  near.pipe(far);
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
