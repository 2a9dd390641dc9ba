import { mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { pino } from 'pino';
import { RUN_TICKET } from '#shared/contract/process/admission.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import { type Backend, openBackend } from '../../electron/backend/process/backend.ts';
import { hostSecrets, newSecret } from '../../electron/browser-host/host-secrets.ts';
import { openHostServer } from '../../electron/browser-host/server.ts';
import { EXPORT_FIXTURE } from '../support/export-fixture.ts';
import type { Marks, Owner } from './marks.ts';
import type { Known } from './values.ts';
import { openWindowLine, type WindowLine } from './window-line.ts';

/** A PC with its own data, and what a page has of it. */
export type Window = {
  readonly owner: Owner;
  readonly origin: string;
  readonly line: WindowLine;
  /** For messages that may end it. */
  readonly badLine: WindowLine;
  readonly backend: Backend;
  readonly known: Known;
  readonly close: () => Promise<void>;
};

export type WindowOptions = {
  readonly marks: Marks;
  readonly dataDir: string;
  readonly owner: Owner;
  readonly known: Known;
  readonly join?: { readonly centralUrl: string; readonly code: string; readonly name: string };
};

const LOOK_AGAIN_MS = 50;

export async function openWindow(options: WindowOptions): Promise<Window> {
  const { marks, dataDir, owner, known, join = null } = options;
  mkdirSync(dataDir, { recursive: true });
  const log = pino({ base: null }, marks.watch());
  const backend = await openBackend({ dataDir, join, log });
  const secret = newSecret();
  const window = { dir: dataDir, names: ['index.html'] };
  const secrets = hostSecrets(secret, newSecret());
  const host = await openHostServer({
    router: backend.served,
    secrets,
    port: 0,
    window,
  });
  const openLine = () => openWindowLine(host.origin, { ticket: RUN_TICKET, secret });
  const [line, badLine] = [openLine(), openLine()];
  return {
    owner,
    origin: host.origin,
    line,
    badLine,
    backend,
    known,
    close: async () => {
      line.close();
      badLine.close();
      await host.close();
      await backend.close();
    },
  };
}

/** An office without a central service, with the complaints of a small export. @returns their ids */
export async function beginAlone(window: Window, marks: Marks): Promise<readonly string[]> {
  const { backend, owner } = window;
  const client = createRouterClient(backend.router);
  await client.standalone.begin({ name: `Petugas ${marks.of(owner)}`, agency: 'Dinas Perhubungan' });
  const bytes = readFileSync(EXPORT_FIXTURE);
  await client.standalone.beginImport({ size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
    const piece = bytes.subarray(offset, offset + CHUNK_BYTES).toString('base64');
    await client.standalone.appendImport({ offset, bytes: piece });
  }
  await client.standalone.applyImport({ ours: null });
  return untilShown(window);
}

/** Until the PC has complaints. @returns their ids */
export async function untilShown({ backend }: Window): Promise<readonly string[]> {
  const client = createRouterClient(backend.router);
  for (;;) {
    const { rows } = await client.queue.page({ view: 'all', after: null, limit: 200 });
    if (rows.length > 0) return rows.map(({ id }) => id);
    await delay(LOOK_AGAIN_MS);
  }
}
