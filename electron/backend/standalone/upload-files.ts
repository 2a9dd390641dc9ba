import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import type { Transport } from '../sync/http/transport.ts';
import type { RunnerPorts } from '../sync/running/runner.ts';
import { runUploads } from '../sync/uploads/runner.ts';
import type { UploadsStore } from '../sync/uploads/store.ts';

export type UploadFilesPorts = RunnerPorts & {
  readonly journal: JournalStore;
  readonly transport: Transport;
  /** Whether the files are still to go up; asked before each chunk. */
  readonly wanted: () => boolean;
  /** An upload failed and will be tried again, or it goes on. */
  readonly waits: (waiting: boolean) => void;
};

/** `done`: the central service has each file or will not take it. `stopped`: they are not wanted any more. */
type UploadsEnd = 'done' | 'unauthorized' | 'stopped';

/** Uploads files of the journal just as the sync does: what fails is tried again, from the byte reached. */
export async function uploadFiles(
  files: readonly Attachment[],
  ports: UploadFilesPorts,
  signal: AbortSignal,
): Promise<UploadsEnd> {
  const { journal, transport, wanted } = ports;
  const waiting = new Map<number, Attachment>();
  for (const file of files) {
    const stored = journal.files.held(file.sha256);
    if (stored !== null) waiting.set(stored.id, file);
  }
  if (waiting.size === 0) return 'done';
  const urls = new Map<number, string | null>();
  const { promise, resolve } = Promise.withResolvers<UploadsEnd>();
  const store: UploadsStore = {
    choose: () => {
      const [next] = waiting;
      if (next === undefined || !wanted()) {
        resolve(next === undefined ? 'done' : 'stopped');
        return { do: 'nothing' };
      }
      const [id, { size }] = next;
      return { do: 'file', id, size, url: urls.get(id) ?? null };
    },
    announced: (id) => waiting.get(id) ?? null,
    read: journal.files.read,
    keep: (id, url) => urls.set(id, url),
    pass: (id) => {
      const file = waiting.get(id);
      waiting.delete(id);
      if (file !== undefined) waiting.set(id, file);
    },
    uploaded: (id) => waiting.delete(id),
    refused: (id) => {
      // Its text goes without it.
      journal.write(() => journal.files.setState(id, 'refused'));
      waiting.delete(id);
    },
  };
  const uploads = runUploads({
    ...ports,
    store,
    transport: () => transport,
    changed: ({ attempt }) => ports.waits(attempt > 0),
    push: () => {},
    unauthorized: () => resolve('unauthorized'),
  });
  const stop = (): void => resolve('stopped');
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  uploads.send({ type: 'signed_in' });
  const end = await promise;
  signal.removeEventListener('abort', stop);
  await uploads.stop();
  return end;
}
