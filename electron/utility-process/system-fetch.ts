import { Readable } from 'node:stream';
import { type IncomingMessage, net } from 'electron';

/**
 * `fetch` through Chromium: the system's proxy, its script and its certificates count. Nothing is kept from
 * one request to the next: no cookie, no password, no answer. Electron's own `net.fetch` leaves a request
 * open when its answer is not read to the end, and does not tell a redirection from a line that is cut.
 */
export const systemFetch: typeof fetch = async (input, init) => {
  const asked = new Request(input, init);
  const { method, url, signal } = asked;
  const body = asked.body === null ? undefined : Buffer.from(await asked.arrayBuffer());
  signal.throwIfAborted();

  const sent = net.request({ method, url, credentials: 'omit', cache: 'no-store', redirect: 'manual' });
  for (const [name, value] of asked.headers) sent.setHeader(name, value);
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  let answer: Readable | null = null;
  const abort = (): void => {
    reject(signal.reason);
    answer?.destroy(signal.reason);
    sent.abort();
  };
  const end = (): void => signal.removeEventListener('abort', abort);
  signal.addEventListener('abort', abort);

  sent.on('response', (message) => {
    // Electron documents it as a stream of Node.js and does not type it as one.
    const stream = message as unknown as Readable;
    answer = stream;
    // The web stream tells whoever reads; nobody reads an answer without a body.
    stream.on('error', () => {});
    stream.once('close', () => {
      end();
      // Either it has ended, or nobody wants the rest.
      sent.abort();
    });
    try {
      resolve(responseOf(method, message, stream));
    } catch (error) {
      // A stranger may say what no Response can: its status is one that nobody knows.
      reject(error);
      stream.destroy();
    }
  });
  sent.on('redirect', (status) => {
    end();
    resolve(new Response(null, { status }));
    sent.abort();
  });
  // Nobody here knows a password: the answer then says that one is asked for.
  sent.on('login', (_who, give) => give());
  sent.on('error', (error) => {
    end();
    reject(Object.assign(error, { code: error.message.replace(/^net::/, '') }));
  });
  sent.end(body);
  return promise;
};

const PRINTABLE = /^[\t\x20-\x7e]*$/;
const WITHOUT_BODY: readonly number[] = [204, 205, 304];
/** A proxy asks for a password. Before an encrypted connection its page comes no further than here. */
const PROXY_PASSWORD = 407;

function responseOf(method: string, message: IncomingMessage, stream: Readable): Response {
  const { statusCode: status, statusMessage: statusText } = message;
  const headers = new Headers();
  for (const [name, values] of Object.entries(message.headers)) {
    // Of the central service all are; a stranger's may be in any writing.
    for (const value of [values].flat()) if (PRINTABLE.test(value)) headers.append(name, value);
  }
  const said = { status, statusText, headers };
  if (status === PROXY_PASSWORD) stream.destroy();
  else if (method === 'HEAD' || WITHOUT_BODY.includes(status)) stream.resume();
  else return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, said);
  return new Response(null, said);
}
