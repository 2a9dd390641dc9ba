import { readFileSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import { type MadeRow, makeExport } from '../../../test/support/excel.ts';
import { openBackend } from '../process/backend.ts';
import type { Connector } from '../sync/http/transport.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { MONDAY } from './samples.ts';
import { temporaryFolder, until } from './test-backend.ts';

/** No network at all: an office without one must not notice. */
const NOWHERE: Connector = {
  connect: () => {
    throw new Error('an office alone has called a central service');
  },
  enrol: async () => ({ ok: false, code: 'unreachable' }),
};

/** A backend that works without a central service, over real SQLite. */
export async function standaloneOffice(
  known: { readonly dataDir?: string; readonly clock?: ManualClock; readonly connector?: Connector } = {},
) {
  const dataDir = known.dataDir ?? temporaryFolder();
  const clock = known.clock ?? manualClock(MONDAY);
  const backend = await openBackend({
    dataDir,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    world: { clock, random: () => 0, connector: known.connector ?? NOWHERE },
  });
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.router);
  const settled = (): Promise<void> =>
    until(async () => {
      const { phase, undelivered, upload } = await client.sync.status();
      return phase === 'waiting' && undelivered === 0 && upload === null;
    });
  /** Hands an export over, as the window does it. */
  const give = async (rows: readonly MadeRow[] | Buffer): Promise<void> => {
    const bytes = Buffer.isBuffer(rows) ? rows : readFileSync(await makeExport(rows));
    await client.standalone.beginImport({ size: bytes.length });
    for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
      const piece = bytes.subarray(offset, offset + CHUNK_BYTES).toString('base64');
      await client.standalone.appendImport({ offset, bytes: piece });
    }
  };
  const office = {
    dataDir,
    clock,
    client,
    backend,
    settled,
    give,
    begin: async (agency = 'Dinas Perhubungan') => {
      await client.standalone.begin({ name: 'Rina Situmorang', agency });
      await settled();
    },
    imported: async (rows: readonly MadeRow[]) => {
      await give(rows);
      return client.standalone.applyImport({ ours: null });
    },
    shows: (count: number): Promise<void> =>
      until(
        async () => (await client.queue.page({ view: 'all', after: null, limit: 200 })).rows.length === count,
      ),
    knows: (id: string, entries = 0): Promise<void> =>
      until(async () => ((await client.case.get({ id }))?.complaint.timeline.length ?? -1) >= entries),
    /** Time of undo is over, and everything is decided. */
    decided: async () => {
      clock.advance(10_000);
      await settled();
    },
    queue: async () => (await client.queue.page({ view: 'all', after: null, limit: 200 })).rows,
    timeline: async (id: string) => (await client.case.get({ id }))?.complaint.timeline ?? [],
  };
  return office;
}
