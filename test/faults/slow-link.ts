import { createHash, randomFillSync } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { createCode } from '../../central/store/accounts.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { jpeg } from '../../electron/backend/testing/sample-files.ts';
import { connectBackend } from '../support/backend-client.ts';
import { startStack } from '../support/stack.ts';
import type { Backend } from './busy-officer.ts';
import type { LinkOptions } from './link-schedule.ts';
import { fillOffices } from './offices.ts';
import { slowLink } from './slow-proxy.ts';

export type SlowOptions = {
  /** An empty database. */
  readonly databaseUrl: string;
  readonly followUps: number;
  /** Bytes of the photo that goes with each; 0: none. */
  readonly photoBytes: number;
  readonly link: LinkOptions;
  /** How often the line drops while the photos are on their way. */
  readonly drops: number;
  readonly tell: (line: string) => void;
};

export type SlowReport = {
  readonly followUps: number;
  readonly photoBytes: number;
  /** From the first text written to the last one accepted with its photo. */
  readonly seconds: number;
  /** With the service, and with the app. */
  readonly upBytes: number;
  readonly downBytes: number;
  readonly lostSegments: number;
  /** Seconds in which the way up was taken, retransmissions included. */
  readonly upBusySeconds: number;
  readonly drops: number;
  readonly violations: readonly string[];
};

const LOOK_AGAIN_MS = 250;

/**
 * An officer on a slow link writes many follow-ups at once, each with a photo: all arrive once, and no text
 * waits for the photo of a later one.
 */
export async function writeOnSlowLink(options: SlowOptions): Promise<SlowReport> {
  const { databaseUrl, followUps, photoBytes, tell } = options;
  const stack = await startStack({ databaseUrl });
  const { db, close } = openDatabase(databaseUrl);
  const line = await slowLink(stack.central.address(), options.link);
  try {
    const [office] = await fillOffices(db, 1, followUps);
    if (office === undefined) throw new Error('no office');
    const code = await createCode(db, { agency: office, role: 'penghubung', name: null }, new Date());
    const app = stack.host('petugas', { code, centralUrl: line.address });
    await app.start();
    const { backend, close: leave } = await connectBackend(app.address());
    await until(async () => (await backend.sync.status()).lastSyncedAt !== null);
    tell('the complaints are here');

    const before = line.figures();
    const began = Date.now();
    const written: Written[] = [];
    for (const [n, trackingId] of office.trackingIds.entries()) {
      written.push(await write(backend, `lapor-${trackingId}`, n, photoBytes));
    }
    tell(`${followUps} follow-ups are written`);
    let drops = 0;
    await until(async () => {
      const { undelivered } = await backend.sync.status();
      const { up } = line.figures();
      // In equal parts of what is to be sent.
      const part = (followUps * photoBytes) / (options.drops + 1);
      if (drops < options.drops && up.bytes - before.up.bytes > (drops + 1) * part) {
        drops++;
        line.drop();
        tell(`the line drops, ${undelivered} are not delivered`);
      }
      return undelivered === 0;
    });
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    const after = line.figures();
    leave();
    return {
      followUps,
      photoBytes,
      seconds,
      upBytes: after.up.bytes - before.up.bytes,
      downBytes: after.down.bytes - before.down.bytes,
      lostSegments: after.up.lost + after.down.lost - before.up.lost - before.down.lost,
      upBusySeconds: Math.round((after.up.onLinkMs - before.up.onLinkMs) / 100) / 10,
      drops,
      violations: await violationsOf(db, written),
    };
  } finally {
    await stack.close();
    await line.close();
    await close();
  }
}

type Written = { readonly text: string; readonly sha256: string | null };

async function write(backend: Backend, complaintId: string, n: number, photoBytes: number): Promise<Written> {
  const text = `Tindak lanjut <${n}>: petugas sudah ke lokasi, foto terlampir.`;
  const kind = 'follow_up';
  const draftId = v7();
  await backend.draft.save({ id: draftId, complaintId, kind, text });
  const sha256 =
    photoBytes === 0
      ? null
      : await attach(backend, { draftId, complaintId, kind }, `foto ${n}.jpg`, photoBytes);
  const answer = await backend.command.submit({ complaintId, body: { kind, payload: { text } }, draftId });
  if (!answer.ok) throw new Error(`not taken: ${answer.code}`);
  return { text, sha256 };
}

const PIECE = 128 * 1024;
/** Bytes after the head of a photo that are as the sample has them. */
const PLAIN = 64;

/** @returns the SHA-256 of the bytes as they are sent */
async function attach(
  backend: Backend,
  draft: { readonly draftId: string; readonly complaintId: string; readonly kind: 'follow_up' },
  name: string,
  size: number,
): Promise<string> {
  const bytes = photo(size);
  const begun = await backend.attachment.begin({ ...draft, name, size: bytes.length, reducedFrom: null });
  if (!begun.ok) throw new Error(`photo not taken: ${begun.code}`);
  for (let offset = 0; offset < bytes.length; offset += PIECE) {
    const piece = Buffer.from(bytes.subarray(offset, offset + PIECE)).toString('base64');
    await backend.attachment.append({ id: begun.id, offset, bytes: piece });
  }
  const attached = await backend.attachment.finish({ id: begun.id });
  if (!attached.ok) throw new Error(`photo not taken: ${attached.code}`);
  return attached.attachment.sha256;
}

/** Another one each time, and nothing to compress in it, as in a real one. */
function photo(size: number): Buffer {
  const bytes = jpeg({ padding: size });
  return randomFillSync(bytes, bytes.length - size + PLAIN, size - PLAIN - 2);
}

async function violationsOf(db: Db, written: readonly Written[]): Promise<readonly string[]> {
  const violations: string[] = [];
  const texts = await db.selectFrom('timelineEntries').select(['id', 'text', 'at']).execute();
  const files = await sql<{ entryId: string; sha256: string; wholeAt: string; bytes: Buffer }>`
    select entry_id, sha256, changed_at as whole_at,
      (select string_agg(attachment_chunks.bytes, ''::bytea order by first_byte)
       from attachment_chunks where attachment_id = attachments.id) as bytes
    from entry_attachments join attachments on attachments.id = attachment_id and state = 'whole'`.execute(
    db,
  );
  const wholeAt: (string | null)[] = [];
  for (const { text, sha256 } of written) {
    const entries = texts.filter((entry) => entry.text === text);
    if (entries.length !== 1) violations.push(`${text} is there ${entries.length} times`);
    const named = files.rows.filter(({ entryId }) => entryId === entries[0]?.id);
    const wanted = sha256 === null ? 0 : 1;
    if (named.length !== wanted) violations.push(`${text} has ${named.length} photos`);
    const [photo] = named;
    if (photo !== undefined && (photo.sha256 !== sha256 || hashOf(photo.bytes) !== sha256)) {
      violations.push(`the photo of ${text} is not the one that was attached`);
    }
    wholeAt.push(photo?.wholeAt ?? null);
  }
  for (const [n, { text }] of written.entries()) {
    const at = texts.find((entry) => entry.text === text)?.at ?? '';
    const early = wholeAt.findIndex((whole, later) => later > n && whole !== null && whole < at);
    if (early >= 0) violations.push(`photo ${early} was whole before text ${n} had arrived`);
  }
  return violations;
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await delay(LOOK_AGAIN_MS);
}
