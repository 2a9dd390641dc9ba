import {
  type Admission,
  type Credential,
  type Greeting,
  proofText,
  type Reply,
  readMessage,
} from '#shared/contract/process/admission.ts';
import { NOT_ADMITTED } from '#shared/contract/process/window-bridge.ts';

export type Crypt = {
  readonly hmac: (secret: string, text: string) => Promise<string>;
  readonly newNonce: () => string;
};

/**
 * Lets the host prove itself, then proves that this page may come in. Nothing of use was said to one who
 * cannot prove it. `gone`: nobody answered, or no longer. `unproven`: whoever answers does not know the
 * secret, or does not let in whoever knows it.
 * @param host `127.0.0.1:PORT`, as the page knows it
 */
export async function enter(
  socket: WebSocket,
  host: string,
  { ticket, secret }: Credential,
  { hmac, newNonce }: Crypt,
): Promise<Admission | 'gone' | 'unproven'> {
  const heard = listen(socket);
  try {
    if (!(await heard.opened)) return 'gone';
    const nonce = newNonce();
    socket.send(JSON.stringify({ ticket, nonce } satisfies Greeting));
    const second = await heard.next();
    if (second === null) return heard.ended();
    const challenge = readMessage(second, 'nonce', 'proof');
    const talk = { host, ticket, pageNonce: nonce, hostNonce: challenge?.nonce ?? '' };
    if (challenge?.proof !== (await hmac(secret, proofText('host', talk)))) return 'unproven';
    socket.send(JSON.stringify({ proof: await hmac(secret, proofText('page', talk)) } satisfies Reply));
    const last = await heard.next();
    // A start secret can have been used meanwhile.
    if (last === null) return heard.ended();
    return readMessage(last, 'run', 'reload') ?? 'unproven';
  } finally {
    heard.end();
  }
}

/** The messages of a socket, one after the other; null: it is closed. */
function listen(socket: WebSocket) {
  const texts: unknown[] = [];
  let closedBy: number | null = null;
  let wake = (): void => {};
  const opened = Promise.withResolvers<boolean>();
  const onOpen = () => opened.resolve(true);
  const onMessage = ({ data }: MessageEvent) => {
    texts.push(data);
    wake();
  };
  const onClose = ({ code }: CloseEvent) => {
    closedBy = code;
    opened.resolve(false);
    wake();
  };
  socket.addEventListener('open', onOpen);
  socket.addEventListener('message', onMessage);
  socket.addEventListener('close', onClose);
  return {
    opened: opened.promise,
    next: async (): Promise<unknown> => {
      if (texts.length === 0 && closedBy === null) await new Promise<void>((resolve) => (wake = resolve));
      return texts.shift() ?? null;
    },
    ended: () => (closedBy === NOT_ADMITTED ? 'unproven' : 'gone'),
    end: (): void => {
      socket.removeEventListener('open', onOpen);
      socket.removeEventListener('message', onMessage);
      socket.removeEventListener('close', onClose);
    },
  };
}
