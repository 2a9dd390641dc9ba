import type { Db } from '../open-database.ts';
import type { AttachmentTable } from './attachment-table.ts';
import { type CommandReader, commandReader } from './command-reader.ts';
import { type CommandWriter, commandWriter } from './command-writer.ts';

export type CommandTable = CommandReader & CommandWriter;

export function commandTable(
  db: Db,
  attachments: Pick<AttachmentTable, 'sentWith' | 'upload'>,
): CommandTable {
  return { ...commandReader(db, attachments), ...commandWriter(db, attachments) };
}
