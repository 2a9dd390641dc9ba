import type { Socket } from 'node:net';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { giveComplaint, numbered } from '../../../central/testing/give-complaint.ts';
import { startTestCentral } from '../../../test/support/central.ts';
import { type Carry, startProxy } from '../../../test/support/proxy.ts';
import { systemClock } from '../base/clock.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { answerBody, MONDAY, noteBody } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { untilNews } from '../testing/until-news.ts';
import { openBackend } from './backend.ts';

const AGENCY = 'Dinas Perhubungan';
const WORD = 'judi';

const page = (status: string): string =>
  `HTTP/1.1 ${status}\r\ncontent-type: text/html\r\ncontent-length: 8\r\nconnection: close\r\n\r\nDilarang`;
const REFUSALS: Readonly<Record<string, (near: Socket) => void>> = {
  'its own 403': (near) => near.end(page('403 Forbidden')),
  'its own 413': (near) => near.end(page('413 Content Too Large')),
  'its own 503': (near) => near.end(page('503 Service Unavailable')),
  'a cut': (near) => near.destroy(),
};

/** A filter of contents on the line, which answers for itself whatever holds the word. */
function filter(refuse: (near: Socket) => void) {
  let works = true;
  const carry: Carry = (near, far) => {
    near.on('data', (chunk: Buffer) => {
      if (!works || !chunk.includes(WORD)) return far.write(chunk);
      far.destroy();
      return refuse(near);
    });
    near.on('end', () => far.end());
    far.pipe(near);
  };
  return {
    carry,
    end: () => {
      works = false;
    },
  };
}

test.each(Object.entries(REFUSALS))(
  'a text that a filter on the line answers with %s holds up itself and what follows it, and is named',
  async (_, refuse) => {
    const clock = manualClock(MONDAY);
    const central = await startTestCentral({ now: () => new Date(clock.now()) });
    onTestFinished(() => central.close());
    await central.addAgency(AGENCY, '4006');
    for (let n = 0; n < 8; n++) await giveComplaint(central.db, numbered(n));
    const colleague = await central.enrol(AGENCY, 'penghubung', 'Togar');
    const between = filter(refuse);
    const line = await startProxy(central.address, between.carry);
    onTestFinished(() => line.close());
    const backend = await openBackend({
      dataDir: temporaryFolder(),
      join: { centralUrl: line.address, code: await central.code(AGENCY), name: 'Rina' },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      world: { clock, random: () => 0.5, connector: httpConnector(systemClock.now) },
    });
    onTestFinished(() => backend.close());
    const client = createRouterClient(backend.router);
    const status = () => client.sync.status();
    /** Lets time go by whenever the PC rests. */
    const until = async (holds: () => Promise<boolean>, ms = 10_000): Promise<void> => {
      for (;;) {
        const state = async () => (await status()).phase;
        await untilNews(client, async () => (await holds()) || ['idle', 'waiting'].includes(await state()));
        if (await holds()) return;
        clock.advance(ms);
      }
    };
    const write = async (n: number, body: ReturnType<typeof answerBody>): Promise<string> => {
      const sent = await client.command.submit({ complaintId: numbered(n).id, body });
      if (!sent.ok) throw new Error(sent.code);
      return sent.id;
    };
    const states = async (ids: readonly string[]) => {
      const items = await client.outbox.list();
      return ids.map((id) => items.find((item) => item.id === id)?.delivery.state);
    };
    await untilNews(client, async () => (await status()).phase === 'waiting');

    const good = [await write(0, answerBody('Sudah ditambal.')), await write(1, answerBody('Sudah dicek.'))];
    const bad = await write(2, answerBody('Warung judi sudah ditertibkan.'));
    const behind = await write(2, noteBody('Foto menyusul.'));
    for (let n = 3; n < 8; n++) good.push(await write(n, answerBody('Sudah diganti.')));
    await until(async () => (await states(good)).every((state) => state === 'accepted'));
    await until(async () => (await status()).aside !== null);
    expect((await status()).aside).toEqual({ count: 1, trackingId: numbered(2).trackingId });
    expect((await states([bad, behind]))[0]).toBe('aside');

    // Work goes on, in both directions, and nobody calls the line broken.
    for (let hour = 0; hour < 3; hour++) {
      const note = await write(4, noteBody('Dicek lagi.'));
      await until(async () => (await states([note]))[0] === 'accepted');
      await untilNews(client, async () => (await status()).phase === 'waiting');
      expect(await status()).toMatchObject({ online: true, obstacle: null, undelivered: 2 });
      clock.advance(3_600_000);
      await untilNews(client, async () => (await status()).phase === 'waiting');
    }
    const theirs = await giveComplaint(central.db, numbered(20));
    await untilNews(client, async () => (await client.case.get({ id: theirs.id })) !== null);

    // Another network.
    between.end();
    await client.sync.now();
    await until(async () => (await status()).undelivered === 0);
    expect(await status()).toMatchObject({ aside: null, refused: 0 });
    const { changes } = await colleague.client.changes({ limit: 2000 });
    const timeline = changes.flatMap((change) =>
      change.type === 'upsert' && change.complaint.id === numbered(2).id ? [change.complaint.timeline] : [],
    );
    expect(timeline.at(-1)?.map(({ id }) => id)).toEqual([bad, behind]);
  },
);
