import { type BackendProcess, startBackend, until } from './backend-process.ts';
import type { CentralSide } from './central-side.ts';
import { type CountingProxy, countingProxy } from './counting-proxy.ts';
import { newFolder } from './folder.ts';
import { SMALL_AGENCY } from './invented.ts';

/** Bytes of TCP payload, both directions, HTTP's headers included, without TLS. */
export type WireBytes = {
  /** A one-line follow-up: the command's own request and its answer. */
  readonly reply: number;
  /** The same with the feed page that brings the effect back and the long polls before and after it. */
  readonly replyWithFeed: number;
  /**
   * A minute in which nothing happens: two whole long polls, from the beginning of one to that of the third.
   */
  readonly idlePerMinute: number;
};

const IDLE_POLLS = 2;
const SETTLED_MS = 2_000;

/**
 * A synced client of a small office behind a counting proxy: it answers one complaint and then does nothing.
 */
export async function measureWireBytes(central: CentralSide): Promise<WireBytes> {
  const proxy = await countingProxy(central.address);
  const folder = newFolder();
  const backend = await startBackend(folder.path);
  try {
    const code = await central.code(SMALL_AGENCY);
    const enrolled = await backend.client.session.enrol({ centralUrl: proxy.address, code, name: 'Rina' });
    if (!enrolled.ok) throw new Error(enrolled.code);
    await untilWaiting(backend);
    const reply = await measureReply(backend, proxy);
    return { ...reply, idlePerMinute: await measureIdle(proxy) };
  } finally {
    await backend.stop();
    await proxy.close();
    folder.remove();
  }
}

const untilWaiting = ({ client }: BackendProcess): Promise<void> =>
  until(async () => (await client.sync.status()).phase === 'waiting');

async function measureReply(backend: BackendProcess, proxy: CountingProxy) {
  const { client } = backend;
  const { rows } = await client.queue.page({ view: 'first_answer', after: null, limit: 1 });
  const sent = await client.command.submit({
    complaintId: rows[0]?.id ?? '',
    body: { kind: 'follow_up', payload: { text: 'Sudah kami tangani hari ini, terima kasih.' } },
  });
  if (!sent.ok) throw new Error(sent.code);
  const before = proxy.counted();
  await until(async () => (await client.outbox.list())[0]?.delivery.state === 'accepted');
  await untilWaiting(backend);
  const after = proxy.counted();
  return { reply: after.commands - before.commands, replyWithFeed: after.all - before.all };
}

async function measureIdle({ polls }: CountingProxy): Promise<number> {
  // The poll that began last: nothing of the answer is in it any more.
  await until(async () => Date.now() - (polls.at(-1)?.at ?? 0) > SETTLED_MS);
  const first = polls.length - 1;
  await until(async () => polls.length > first + IDLE_POLLS, 500);
  const [begin, end] = [polls[first], polls[first + IDLE_POLLS]];
  if (begin === undefined || end === undefined)
    throw new Error('the client does not wait for the central service');
  return ((end.before - begin.before) * 60_000) / (end.at - begin.at);
}
