import { type CommandBody, choicesOf, isSilent, textOf } from '#shared/domain/commands/command.ts';
import type { Db } from '../store/open-database.ts';
import {
  forgetScratch,
  type JournalState,
  journalStates,
  losesTransactions,
  readerOf,
} from './journal-states.ts';
import { type SalvagedRow, salvageTable, untilDamage } from './salvage.ts';

/** What the officer wrote or did, and the central service has not accepted. */
export type UnsentText = {
  readonly id: string;
  readonly what: 'draft' | 'unsent' | 'refused';
  readonly complaintId: string;
  readonly trackingId: string;
  readonly title: string;
  readonly kind: string;
  readonly text: string;
  /** What was chosen besides the words. */
  readonly choices: Readonly<Record<string, unknown>>;
  readonly writtenAt: string;
  readonly refusal: string | null;
  readonly files: readonly UnsentFile[];
};

/** `read`: while its text is being taken. Null: not all of its bytes can be read. */
export type UnsentFile = { readonly name: string; readonly read: () => Buffer | null };

/**
 * Hands over each text of the journal that is not sent, once, whatever is damaged. The journal is only read.
 * Where not all of it can be, older states of it fill the gap: a text from there may have been sent since.
 * @returns false: no state of the journal can be read with this key
 */
export function takeUnsentTexts(path: string, key: Uint8Array, take: (text: UnsentText) => void): boolean {
  const taken = new Set<string>();
  let isReadable = false;
  /** Answers whether all of this state could be read. */
  const takeFrom = (read: JournalState['read']): boolean =>
    read((db) => {
      isReadable = true;
      const { texts, complete } = textsOf(db);
      for (const text of texts) {
        if (taken.has(text.id)) continue;
        taken.add(text.id);
        take(text);
      }
      return complete;
    }) === true;
  try {
    // A disk that is full has no room for the copies from which damaged states are read.
    const isEnough = !losesTransactions(path, key) && takeFrom(readerOf(path, key));
    if (!isEnough)
      journalStates(path, key)
        .toReversed()
        .some(({ read }) => takeFrom(read));
  } finally {
    forgetScratch(path);
  }
  return isReadable;
}

function textsOf(db: Db): { readonly texts: readonly UnsentText[]; readonly complete: boolean } {
  const [drafts, commands, attachments, files] = (['draft', 'command', 'attachment', 'file'] as const).map(
    (table) => salvageTable(db, table),
  );
  const filesOf = (owner: unknown): readonly UnsentFile[] =>
    (attachments?.rows ?? [])
      .filter((row) => row.owner === owner && row.removedAt === null && row.copyOf === null)
      .flatMap(({ name, fileId }) => {
        const file = files?.rows.find(({ id }) => id === fileId);
        return file?.sha256 == null ? [] : [{ name: String(name), read: () => bytesOf(db, file) }];
      });
  return {
    texts: [
      ...(drafts?.rows ?? []).flatMap((row) => draftOf(row, filesOf)),
      ...(commands?.rows ?? []).flatMap((row) => commandOf(row, filesOf)),
    ],
    complete: [drafts, commands, attachments, files].every((table) => table?.complete === true),
  };
}

type FilesOf = (owner: unknown) => readonly UnsentFile[];

function draftOf(row: SalvagedRow, filesOf: FilesOf): readonly UnsentText[] {
  if (row.removedAt !== null) return [];
  const choices = JSON.parse(String(row.choices));
  const written = { text: String(row.text), choices, writtenAt: String(row.updatedAt), refusal: null };
  return [
    {
      ...namesOf(row),
      what: 'draft',
      complaintId: String(row.complaintId),
      ...written,
      files: filesOf(row.id),
    },
  ];
}

function commandOf(row: SalvagedRow, filesOf: FilesOf): readonly UnsentText[] {
  const body = { kind: row.kind, payload: JSON.parse(String(row.payload)) } as CommandBody;
  const isRefused = row.state === 'refused' && row.settled === 0;
  const isOpen = row.state === 'queued' || row.state === 'sending' || row.resend === 1;
  if (isSilent(body.kind) || !(isRefused || isOpen)) return [];
  const written = { text: textOf(body), choices: choicesOf(body), writtenAt: String(row.composedAt) };
  const refusal = isRefused ? String(row.refusal) : null;
  const what = isRefused ? 'refused' : 'unsent';
  return [
    { ...namesOf(row), what, complaintId: String(row.subject), ...written, refusal, files: filesOf(row.id) },
  ];
}

const namesOf = ({ id, kind, trackingId, title }: SalvagedRow) => ({
  id: String(id),
  kind: String(kind),
  trackingId: String(trackingId),
  title: String(title),
});

function bytesOf(db: Db, { id, size }: SalvagedRow): Buffer | null {
  const chunks: Buffer[] = [];
  const select = 'SELECT bytes FROM file_chunk WHERE fileId = ? ORDER BY start';
  untilDamage(() => chunks.push(...db.prepare<[unknown], Buffer>(select).pluck().all(id)));
  const bytes = Buffer.concat(chunks);
  return bytes.length === size ? bytes : null;
}
