import { sql } from 'kysely';
import type { Command } from '#shared/domain/commands/command.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { rowOf } from '#shared/domain/complaint/row.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { insertComplaints, setState, writeEntries } from './complaints.ts';
import type { Db, Tx } from './database.ts';
import { setReadMark } from './read-marks.ts';
import type { CommandResultTable } from './schema.ts';

export async function findResult(db: Db | Tx, id: string): Promise<CommandResultTable | null> {
  return (await db.selectFrom('commandResults').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Keeps the answer to a command, and the audit row of it. */
export async function storeResult(tx: Tx, result: CommandResultTable): Promise<void> {
  await tx
    .with('stored', (with_) => with_.insertInto('commandResults').values(result))
    .insertInto('audit')
    .values({
      at: result.at,
      officerId: result.officerId,
      action: `command.${result.kind}`,
      subject: result.complaintId,
      detail: { command: result.id, outcome: result.outcome, code: result.code },
    })
    .execute();
}

/** The next receipt, "K-20931": what an officer can quote. */
export async function nextReceipt(tx: Tx): Promise<string> {
  const answer = await sql<{ number: number }>`select nextval('receipts') as number`.execute(tx);
  return `K-${answer.rows[0]?.number}`;
}

/**
 * Writes what a command made of a report: `after` as the domain returned it.
 * @param files the uploads that hold the files of the command, by SHA-256
 */
export async function writeEffect(
  tx: Tx,
  before: Complaint,
  after: Complaint,
  command: Command,
  officer: Officer,
  files: ReadonlyMap<string, { readonly id: string }>,
): Promise<void> {
  if (command.kind === 'record') await insertComplaints(tx, [rowOf(after)]);
  else await setState(tx, after);
  const entries = after.timeline.slice(before.timeline.length);
  for (const { id, attachments } of entries)
    if (attachments.some(({ sha256 }) => !files.has(sha256)))
      throw new Error(`entry ${id} names a file without bytes`);
  await writeEntries(tx, after.id, entries, files);
  const mark = after.readBy.find((read) => read.officerId === officer.id);
  const marks = command.kind === 'mark_read' || command.kind === 'record';
  if (!marks || mark === undefined || officer.agency === null) return;
  await setReadMark(tx, {
    complaintId: after.id,
    officerId: officer.id,
    agencyId: officer.agency.id,
    revision: mark.revision,
  });
}
