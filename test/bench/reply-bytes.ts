import { connect, createServer } from 'node:net';
import type { CentralSide } from './central-side.ts';
import { newFolder, openDesk } from './desk-side.ts';

/**
 * Bytes of TCP payload, both directions, headers included, from the end of the time of undo until the centre's
 * answer and the following feed page are in. `exchange` is the command's own request and response;
 * `all` adds the feed page that brings the effect back and the long polls before and after it.
 */
export type ReplyBytes = { readonly exchange: number; readonly all: number };

export async function measureReply(central: CentralSide): Promise<ReplyBytes> {
  const counter = await countingProxy(central.address);
  const folder = newFolder();
  const { client, close } = await openDesk(folder.path);
  const enrolled = await client.session.enrol({
    centralUrl: counter.address,
    code: await central.code(),
    name: 'Rina',
  });
  if (!enrolled.ok) throw new Error(enrolled.code);
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const waiting = () => until(async () => (await client.sync.status()).phase === 'waiting');
  await waiting();
  const { rows } = await client.queue.page({ view: 'first_answer', after: null, limit: 1 });
  const complaintId = rows[0]?.id ?? '';
  const body = {
    kind: 'follow_up' as const,
    payload: { text: 'Sudah kami tangani hari ini, terima kasih.' },
  };
  const sent = await client.command.submit({ complaintId, body });
  if (!sent.ok) throw new Error(sent.code);
  counter.reset();
  await until(async () => (await client.outbox.list())[0]?.delivery.state === 'accepted');
  await waiting();
  const counted = counter.counted();
  await close();
  await counter.close();
  folder.remove();
  return counted;
}

async function countingProxy(target: string) {
  const { hostname, port } = new URL(target);
  let all = 0;
  let exchange = 0;
  const sockets = new Set<{ destroy: () => void }>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    // Whose turn it is on this connection: a request line opens a new exchange.
    let command = false;
    const count = (bytes: number): void => {
      all += bytes;
      if (command) exchange += bytes;
    };
    near.on('data', (chunk: Buffer) => {
      const first = chunk.subarray(0, 40).toString('latin1');
      if (/^[A-Z]+ \//.test(first)) command = first.startsWith('POST /v1/commands');
      count(chunk.length);
      far.write(chunk);
    });
    far.on('data', (chunk: Buffer) => {
      count(chunk.length);
      near.write(chunk);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port');
  return {
    address: `http://127.0.0.1:${bound.port}`,
    reset: () => {
      all = 0;
      exchange = 0;
    },
    counted: (): ReplyBytes => ({ exchange, all }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
