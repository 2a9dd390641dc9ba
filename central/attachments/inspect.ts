import { createHash } from 'node:crypto';
import type { Db } from '../store/database.ts';
import { keyedMutex } from '../store/keyed-mutex.ts';
import { dropBytes, findUpload, markWhole, readBytes, type Upload } from '../store/uploads.ts';
import { kindOf } from './kind.ts';

/** Checks an upload whose last byte has come: is it what was announced, and of a kind that is taken? */
export type Inspector = ReturnType<typeof openInspector>;

/** One file at a time, however many arrive at once: more than one is never in memory. */
export function openInspector(db: Db, now: () => Date) {
  const oneAtATime = keyedMutex();
  return (id: string) => oneAtATime('files', () => inspect(db, id, now));
}

/** @returns the upload as it stands then; null when it is gone */
async function inspect(db: Db, id: string, now: () => Date): Promise<Upload | null> {
  const upload = await findUpload(db, id);
  if (upload === null || upload.state !== 'receiving' || upload.received < upload.size) return upload;
  const bytes = Buffer.allocUnsafe(upload.size);
  const hash = createHash('sha256');
  let at = 0;
  for await (const chunk of readBytes(db, id, 0, upload.size)) {
    hash.update(chunk);
    at += chunk.copy(bytes, at);
  }
  const asAnnounced = hash.digest('hex') === upload.sha256;
  const type = asAnnounced ? await kindOf(bytes) : null;
  if (type !== null) await markWhole(db, id, type, now());
  else if (asAnnounced || upload.damaged) await dropBytes(db, id, { state: 'rejected' }, now());
  else await dropBytes(db, id, { received: 0, damaged: true }, now());
  return findUpload(db, id);
}
