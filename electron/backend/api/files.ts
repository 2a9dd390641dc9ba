import type { CaseView } from '#shared/contract/window/case.ts';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { ignoreStorageProblem } from '../store/ignore-storage-problem.ts';
import type { BackendContext } from './context.ts';

/** Of each file that a complaint names: are its bytes on this computer? */
export function fileStates({ sync }: BackendContext, complaint: Complaint): CaseView['files'] {
  return Object.fromEntries(filesOf(complaint).map(({ sha256 }) => [sha256, sync.fileState(sha256)]));
}

/** Fetches a file of the complaint from the centre, unless it is here. */
export function fetchFile({ stores, sync }: BackendContext, complaintId: string, sha256: string): void {
  const complaint = stores.cache.complaints.get(complaintId)?.complaint;
  const file =
    complaint === undefined ? undefined : filesOf(complaint).find((named) => named.sha256 === sha256);
  if (file !== undefined) sync.fetchFile({ sha256, size: file.size, complaintId });
}

/** How exactly it is kept when a file was last shown, ms: not each of its pieces is a write. */
const USED_EXACTLY_MS = 60_000;

/** Bytes of a file that is on this computer, the officer's own or a fetched one; null: it is not here. */
export function readFile(
  context: BackendContext,
  sha256: string,
  offset: number,
  length: number,
): { bytes: string; size: number } | null {
  const { cache, journal } = context.stores;
  const own = journal.files.find(sha256);
  const fetched = own === null ? cache.files.get(sha256) : null;
  if (own === null && fetched?.whole !== true) return null;
  const most = Math.min(length, CHUNK_BYTES);
  if (own !== null) {
    return { bytes: journal.files.read(own.id, offset, most).toString('base64'), size: own.size };
  }
  if (offset === 0) noteUse(context, sha256);
  return { bytes: cache.files.read(sha256, offset, most).toString('base64'), size: fetched?.size ?? 0 };
}

function noteUse({ stores: { cache }, clock }: BackendContext, sha256: string): void {
  // A full disk keeps nobody from looking.
  ignoreStorageProblem(() => cache.files.used(sha256, clock.now(), USED_EXACTLY_MS));
}

/** The files that the officer has before the eyes: those of the open complaint. */
export function shownFiles({
  stores,
  presence,
}: Pick<BackendContext, 'stores' | 'presence'>): ReadonlySet<string> {
  const open = presence.open();
  const complaint = open === null ? undefined : stores.cache.complaints.get(open)?.complaint;
  return new Set(complaint === undefined ? [] : filesOf(complaint).map(({ sha256 }) => sha256));
}

function filesOf({ timeline }: Complaint): readonly Attachment[] {
  return timeline.flatMap(({ attachments }) => attachments);
}
