import type { CaseView } from '#shared/contract/window/case.ts';
import { type Attachment, CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { ignoreStorageProblem } from '../store/open-database.ts';
import type { BackendContext } from './context.ts';

/** Of each file that a complaint names: are its bytes on this computer? */
export function fileStates({ sync }: BackendContext, complaint: Complaint): CaseView['files'] {
  return Object.fromEntries(filesOf(complaint).map(({ sha256 }) => [sha256, sync.fileState(sha256)]));
}

/** Fetches a file of the complaint from the central service, unless it is here. */
export function fetchFile({ cache, sync }: BackendContext, complaintId: string, sha256: string): void {
  const file = filesOf(cache.complaints.get(complaintId)?.complaint).find((named) => named.sha256 === sha256);
  if (file !== undefined) sync.fetchFile({ sha256, size: file.size, complaintId });
}

/** How exactly it is kept when a file was last shown, ms: not each of its chunks is a write. */
const USED_EXACTLY_MS = 60_000;

/** Bytes of a file that is on this computer, the officer's own or a fetched one; null: it is not here. */
export function readFile(
  { cache, journal, clock }: BackendContext,
  sha256: string,
  offset: number,
  length: number,
): { bytes: string; size: number } | null {
  const most = Math.min(length, CHUNK_BYTES);
  const own = journal.files.find(sha256);
  if (own !== null) {
    return { bytes: journal.files.read(own.id, offset, most).toString('base64'), size: own.size };
  }
  const fetched = cache.files.get(sha256);
  if (fetched?.whole !== true) return null;
  // A full disk keeps nobody from looking.
  if (offset === 0) ignoreStorageProblem(() => cache.files.used(sha256, clock.now(), USED_EXACTLY_MS));
  return { bytes: cache.files.read(sha256, offset, most).toString('base64'), size: fetched.size };
}

/** The files that the officer has before the eyes: those of the open complaint. */
export function shownFiles({
  cache,
  presence,
}: Pick<BackendContext, 'cache' | 'presence'>): ReadonlySet<string> {
  const open = presence.open();
  const complaint = open === null ? undefined : cache.complaints.get(open)?.complaint;
  return new Set(filesOf(complaint).map(({ sha256 }) => sha256));
}

function filesOf(complaint: Complaint | undefined): readonly Attachment[] {
  return (complaint?.timeline ?? []).flatMap(({ attachments }) => attachments);
}
