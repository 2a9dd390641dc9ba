import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Answer, NoAnswer } from './judge.ts';

export type HttpRequest = {
  readonly method: string;
  /** As it goes over the wire, right or wrong. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  /** The line is cut when this has been sent: no answer is due. */
  readonly isCut: boolean;
};

/** The kernel may drop an answer that comes while so much is still on its way to the service. */
const MUCH = 60_000;

/** Sends a request byte by byte as it is: no client library tidies up its path, headers or length. */
export function sendHttp(
  address: string,
  request: HttpRequest,
  patienceMs: number,
): Promise<Answer | NoAnswer> {
  const { method, path, headers, body, isCut } = request;
  const { hostname, port, host } = new URL(address);
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const all = [
    ...(given.has('host') ? [] : [['Host', host]]),
    ...headers,
    ...(given.has('content-length') || given.has('transfer-encoding') || body.length === 0
      ? []
      : [['Content-Length', String(body.length)]]),
    ['Connection', 'close'],
  ];
  const head = `${method} ${path} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;

  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let isReset = false;
    const socket = connect({ host: hostname, port: Number(port) });
    const timer = setTimeout(() => end('hang'), patienceMs);
    const end = (outcome: Answer | NoAnswer): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => {
      isReset = true;
    });
    socket.on('close', () => {
      const answer = readAnswer(Buffer.concat(parts));
      if (answer !== null) end(answer);
      else end(isCut || (isReset && body.length > MUCH) ? { status: null, text: '' } : 'closed');
    });
    socket.write(Buffer.concat([Buffer.from(head), body]), () => {
      if (isCut) socket.end();
    });
  });
}

const HEAD_END = '\r\n\r\n';

/** Null: that is no answer of HTTP. */
function readAnswer(bytes: Buffer): Answer | null {
  const text = bytes.toString('latin1');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text.replace(/^HTTP\/1\.1 100 .*?\r\n\r\n/s, ''))?.[1];
  if (status === undefined) return null;
  const encoding = /^content-encoding: (gzip|br)\r$/im.exec(text)?.[1];
  const plain = bytes.toString();
  if (encoding === undefined) return { status: Number(status), text: plain };
  return { status: Number(status), text: plain + unpacked(bytes, text, encoding) };
}

function unpacked(bytes: Buffer, text: string, encoding: string): string {
  const start = text.indexOf(HEAD_END) + HEAD_END.length;
  const isChunked = /^transfer-encoding: chunked\r$/im.test(text);
  const body = isChunked ? joinChunks(bytes.subarray(start)) : bytes.subarray(start);
  try {
    return (encoding === 'gzip' ? gunzipSync(body) : brotliDecompressSync(body)).toString();
  } catch {
    // Of HEAD, or cut.
    return '';
  }
}

function joinChunks(bytes: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, end).toString(), 16);
    if (end < 0 || !(size > 0)) break;
    chunks.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}
