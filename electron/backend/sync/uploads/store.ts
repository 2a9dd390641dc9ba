import type { JournalStore } from '../../store/journal/journal-store.ts';
import type { AnnouncedFile } from '../http/transport.ts';
import type { UploadsChoice } from './machine.ts';
import { chooseFile } from './next-file.ts';

/** What the uploads need of the journal. Each writing function is one durable step. */
export type UploadsStore = Omit<ReturnType<typeof uploadsStore>, 'progress'>;

/** `changed`: told of each step, with the complaints whose texts send the file. */
export function uploadsStore(
  journal: JournalStore,
  changed: (complaintIds: readonly string[], last: boolean) => void,
) {
  let ended = 0;
  /** Files that do not come through, the one that tried last at the end. */
  let passed: readonly number[] = [];
  const end = (id: number, work: () => void): void => {
    const { complaintIds } = journal.attachments.sentAs(id);
    journal.write(work);
    changed(complaintIds, true);
  };
  return {
    choose: (now: number): UploadsChoice => {
      const files = journal.files.toUpload();
      return files.length === 0
        ? { do: 'nothing' }
        : chooseFile(journal.commands.toSend(), files, passed, now);
    },
    /** Others go before it from now on. */
    pass: (id: number): void => {
      passed = [...passed.filter((other) => other !== id), id];
    },
    /** Null: it is no longer a file to be sent. */
    announced: (id: number): AnnouncedFile | null => {
      const file = journal.files.get(id);
      const { name } = journal.attachments.sentAs(id);
      if (file === null || file.sha256 === null || file.type === null) return null;
      return { sha256: file.sha256, name, type: file.type, size: file.size };
    },
    read: (id: number, offset: number, length: number): Uint8Array => journal.files.read(id, offset, length),
    keep: (id: number, url: string | null, uploaded: number): void => {
      journal.write(() => journal.files.setUpload(id, url, uploaded));
      changed(journal.attachments.sentAs(id).complaintIds, false);
    },
    uploaded: (id: number, now: number): void => {
      const file = journal.files.get(id);
      if (file === null) return;
      ended += file.size;
      end(id, () => {
        journal.files.setState(id, 'uploaded');
        journal.files.setUpload(id, null, file.size);
        journal.log(now, { event: 'uploaded', detail: String(file.size) });
      });
    },
    refused: (id: number, why: string, now: number): void =>
      end(id, () => {
        journal.files.setState(id, 'refused');
        journal.files.setUpload(id, null, 0);
        journal.log(now, { event: 'upload_refused', detail: why });
      }),
    /** Bytes of all files since there were none to go up, and how many are up; null: there are none. */
    progress: () => {
      const files = journal.files.toUpload();
      if (files.length === 0) {
        ended = 0;
        return null;
      }
      let [sent, total] = [ended, ended];
      for (const file of files) {
        sent += file.uploaded;
        total += file.size;
      }
      return { sent, total };
    },
  };
}
