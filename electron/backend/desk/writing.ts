import type * as z from 'zod';
import type { Draft, submitted } from '#shared/contract/desk.ts';
import { DRAFT_KINDS } from '#shared/contract/desk.ts';
import { applyCommand } from '#shared/domain/apply-command.ts';
import { type Command, type CommandBody, textOf } from '#shared/domain/command.ts';
import type { StoredCommand } from '../store/journal/command-rows.ts';
import type { DraftKind } from '../store/journal/draft-table.ts';
import { codeOf, storageProblemOf } from '../store/open-database.ts';
import type { Desk } from './desk.ts';

export type Submitted = z.infer<typeof submitted>;

/** ms in which the officer can take a command back before it is sent. */
export const UNDO_MS = 10_000;

/** Keeps a draft; an empty text removes it. On the disk when it returns. */
export function saveDraft(
  desk: Desk,
  complaintId: string,
  kind: DraftKind,
  text: string,
): { updatedAt: string } {
  const { cache, journal } = desk.reports;
  const updatedAt = new Date(desk.clock.now()).toISOString();
  const had = journal.drafts.get(complaintId, kind) !== null;
  const complaint = cache.complaints.get(complaintId)?.complaint;
  journal.write(() => {
    if (text === '') journal.drafts.remove(complaintId, kind);
    else {
      journal.drafts.save({
        complaintId,
        kind,
        text,
        updatedAt,
        trunkRevision: complaint?.revision ?? 0,
        trackingId: complaint?.trackingId ?? '',
        title: complaint?.title ?? '',
      });
    }
  });
  if (had !== (text !== '')) draftsChanged(desk, complaintId);
  return { updatedAt };
}

function draftsChanged(desk: Desk, complaintId: string): void {
  const { cache, journal } = desk.reports;
  afterwards(desk, () =>
    cache.write((writer) =>
      writer.complaints.setDraft(complaintId, journal.drafts.of(complaintId).length > 0),
    ),
  );
  desk.hub.publish(['queue', 'case'], [complaintId]);
}

/** Puts a command into the journal, if the domain allows it now. On the disk when it returns. */
export function submit(desk: Desk, complaintId: string, body: CommandBody): Submitted {
  const { cache, journal, visible, officer } = desk.reports;
  const cached = cache.complaints.get(complaintId);
  if (cached === null) return { ok: false, code: 'unknown_complaint' };
  if (!cached.ours) return { ok: false, code: 'not_ours' };

  const trunk = cached.complaint;
  const now = desk.clock.now();
  const kind = DRAFT_KINDS.find((draftKind) => draftKind === body.kind) ?? null;
  const draft = kind === null ? null : journal.drafts.get(complaintId, kind);
  const command: Command = {
    ...body,
    id: desk.newId(),
    complaintId,
    trunkRevision: Math.min(draft?.trunkRevision ?? trunk.revision, trunk.revision),
    after: body.kind === 'mark_read' ? null : lastUnanswered(desk, complaintId),
    attachments: [],
    composedAt: new Date(now).toISOString(),
  };
  const applied = applyCommand(visible(trunk), command, {
    officer: officer(),
    at: command.composedAt,
    receipt: null,
  });
  if (!applied.ok) {
    // Told once what a colleague answered meanwhile, the officer may send it all the same.
    if (applied.code === 'superseded' && kind !== null) {
      journal.write(() => journal.drafts.rebase(complaintId, kind, trunk.revision));
    }
    return { ok: false, code: applied.code };
  }

  const heldUntil = body.kind === 'mark_read' ? null : now + UNDO_MS;
  journal.write(() => {
    journal.commands.insert(
      command,
      { complaintId, trackingId: trunk.trackingId, title: trunk.title },
      heldUntil,
    );
    if (kind !== null) journal.drafts.remove(complaintId, kind);
    journal.log(now, { event: 'composed', complaintId, commandId: command.id, detail: body.kind });
  });
  changed(desk, complaintId);
  desk.engine.send({ type: 'wake', at: heldUntil ?? now });
  if (heldUntil !== null) {
    // Without a connection nothing else would tell that the time of undo is over.
    desk.clock.alarm(heldUntil, () => desk.hub.publish(['queue', 'case', 'outbox'], [complaintId]));
  }
  return {
    ok: true,
    id: command.id,
    heldUntil: heldUntil === null ? null : new Date(heldUntil).toISOString(),
  };
}

/** The command that the centre must decide before a new one on the same report. */
function lastUnanswered({ reports: { journal } }: Desk, complaintId: string): string | null {
  const last = journal.commands.lastUnaccepted([complaintId]).get(complaintId);
  return last === undefined || last.state === 'refused' ? null : last.command.id;
}

/** Undo: only what surely never reached the centre. Its text becomes a draft again. */
export function withdraw(desk: Desk, id: string): { ok: boolean } {
  const stored = desk.reports.journal.commands.get(id);
  if (stored === null || stored.state !== 'queued' || stored.unsure) return { ok: false };
  return backToDraft(desk, stored, stored.command.trunkRevision, 'withdrawn');
}

/** A refused command: its text becomes a draft again, on top of what the officer can see by now. */
export function reopen(desk: Desk, id: string): { ok: boolean } {
  const stored = desk.reports.journal.commands.get(id);
  if (stored === null || stored.state !== 'refused' || stored.settled) return { ok: false };
  const trunk = desk.reports.cache.complaints.find(stored.command.complaintId);
  return backToDraft(desk, stored, trunk?.revision ?? stored.command.trunkRevision, 'reopened');
}

function backToDraft(
  desk: Desk,
  stored: StoredCommand,
  trunkRevision: number,
  event: 'withdrawn' | 'reopened',
): { ok: boolean } {
  const { journal } = desk.reports;
  const { command } = stored;
  const kind = DRAFT_KINDS.find((draftKind) => draftKind === command.kind);
  if (kind === undefined) return { ok: false };
  const { complaintId } = command;
  const now = desk.clock.now();
  journal.write(() => {
    const begun = journal.drafts.get(complaintId, kind);
    const draft: Draft = {
      complaintId,
      kind,
      // What the officer has begun to write meanwhile stays too.
      text: begun === null ? textOf(command) : `${textOf(command)}\n\n${begun.text}`,
      updatedAt: new Date(now).toISOString(),
    };
    const { trackingId, title } = stored;
    journal.drafts.save({ ...draft, trunkRevision, trackingId, title });
    journal.drafts.rebase(complaintId, kind, trunkRevision);
    if (event === 'withdrawn') journal.commands.remove(command.id);
    else journal.commands.settle(command.id);
    journal.log(now, { event, complaintId, commandId: command.id });
  });
  changed(desk, complaintId);
  return { ok: true };
}

function changed(desk: Desk, complaintId: string): void {
  afterwards(desk, () => desk.reports.refresh([complaintId]));
  desk.hub.publish(['queue', 'case', 'outbox', 'sync'], [complaintId]);
}

/** Pause before the cache is asked again to take what the journal has, ms. */
const BEHIND_MS = 30_000;

/**
 * Brings the cache up to what the journal has just taken. When the disk has no room for that, the officer's
 * step is kept all the same, so the answer must not be "failed"; the queue's columns follow later.
 */
function afterwards(desk: Desk, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (storageProblemOf(error) === null) throw error;
    desk.log.warn({ code: codeOf(error) }, 'the queue is behind the journal; tried again');
    desk.clock.alarm(desk.clock.now() + BEHIND_MS, () => {
      try {
        afterwards(desk, work);
        desk.hub.publish(['queue', 'case'], null);
      } catch (later) {
        // Nobody waits for this one, and the next start puts the queue right.
        desk.noteDamage(later);
        desk.log.error({ err: later }, 'the queue could not follow the journal');
      }
    });
  }
}
