import type { WebSocket } from 'ws';
import {
  type Admission,
  type Challenge,
  proofText,
  readMessage,
} from '#shared/contract/process/admission.ts';
import { type HostSecrets, isSame, newSecret } from './host-secrets.ts';
import { hmac } from './start-address.ts';

/** A page answers at once; a busy machine takes its time, ms. */
const PATIENCE_MS = 10_000;

/**
 * Proves itself to the page, lets the page prove itself, and gives it the secrets of the next times.
 * @param own `127.0.0.1:PORT`
 * @returns false: it is no page of ours, and nothing was told to it
 */
export async function admit(
  socket: WebSocket,
  own: string,
  secrets: HostSecrets,
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  const timer = setTimeout(() => socket.terminate(), patienceMs);
  try {
    const greeting = readMessage(await nextText(socket), 'ticket', 'nonce');
    const secret = greeting === null ? null : secrets.secretOf(greeting.ticket);
    if (greeting === null || secret === null) return false;

    const talk = {
      host: own,
      ticket: greeting.ticket,
      pageNonce: greeting.nonce,
      hostNonce: newSecret(),
    };
    const coming = nextText(socket);
    send<Challenge>(socket, { nonce: talk.hostNonce, proof: hmac(secret, proofText('host', talk)) });
    const reply = readMessage(await coming, 'proof');
    if (reply === null || !isSame(reply.proof, hmac(secret, proofText('page', talk)))) return false;
    if (!secrets.use(talk.ticket)) return false;
    send<Admission>(socket, { run: secrets.run, reload: secrets.reload });
    return true;
  } finally {
    clearTimeout(timer);
  }
}

function send<Message extends object>(socket: WebSocket, message: Message): void {
  socket.send(JSON.stringify(message));
}

/** Null: bytes, or the socket is gone. */
function nextText(socket: WebSocket): Promise<string | null> {
  return new Promise((resolve) => {
    const end = (text: string | null) => {
      socket.off('message', onMessage);
      socket.off('close', onClose);
      resolve(text);
    };
    const onMessage = (data: Buffer, isBinary: boolean) => end(isBinary ? null : data.toString());
    const onClose = () => end(null);
    socket.on('message', onMessage);
    socket.on('close', onClose);
  });
}
