import type * as z from 'zod';
import type { Draft, submitted } from '#shared/contract/window/writing.ts';
import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import { applyOfficeCommand } from '#shared/domain/commands/apply-office-command.ts';
import {
  type Command,
  type CommandBody,
  choicesOf,
  DRAFT_KINDS,
  isOfficeCommand,
  isOfficeKind,
  isSilent,
  type OfficeCommand,
  subjectOf,
  textOf,
} from '#shared/domain/commands/command.ts';
import { draftChoices } from '#shared/domain/commands/draft-choices.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import { visibleTemplates } from '../projection/office-templates.ts';
import type { StoredCommand } from '../store/journal/command-rows.ts';
import type { DraftKind } from '../store/journal/draft-table.ts';
import type { Desk } from './context.ts';
import { draftOf } from './drafts.ts';
import { afterwards } from './retry-cache-update.ts';

export type Submitted = z.infer<typeof submitted>;
export type BackToDraft = { ok: true; draft: Draft | null } | { ok: false };

/** ms in which the officer can take a command back before it is sent. */
export const UNDO_MS = 10_000;

/** Puts a command into the journal, if the domain allows it now. On the disk when it returns. */
export function submit(
  desk: Desk,
  complaintId: string | null,
  body: CommandBody,
  draftId?: string,
): Submitted {
  const { journal } = desk.reports;
  const kind = DRAFT_KINDS.find((draftKind) => draftKind === body.kind) ?? null;
  const last = () => (kind === null || complaintId === null ? null : journal.drafts.last(complaintId, kind));
  const draft = draftId === undefined ? last() : journal.drafts.get(draftId);
  const attachments = draft === null ? [] : journal.attachments.sentWith(draft.id);
  const prepared = prepare(desk, complaintId, body, draft?.trunkRevision ?? null, attachments);
  if (!prepared.ok) return prepared;
  const { command, trunk } = prepared;

  const heldUntil = isSilent(body.kind) ? null : desk.clock.now() + UNDO_MS;
  journal.write(() => {
    keep(desk, command, trunk, heldUntil);
    if (draft === null) return;
    journal.attachments.dropUnfinished(draft.id);
    journal.attachments.move(draft.id, command.id);
    journal.drafts.delete(draft.id);
  });
  return kept(desk, command, heldUntil);
}

type Prepared =
  | { readonly ok: true; readonly command: Command; readonly trunk: Complaint | null }
  | (Submitted & { readonly ok: false });

/** The command as it would be sent, or why the domain already knows that it cannot be. */
export function prepare(
  desk: Desk,
  complaintId: string | null,
  body: CommandBody,
  trunkRevision: number | null,
  attachments: Command['attachments'],
): Prepared {
  const { reports } = desk;
  const found = trunkOf(desk, complaintId, body);
  if (!found.ok) return found;
  const { trunk } = found;
  const revision = trunk?.revision ?? 0;
  const command = {
    ...body,
    id: desk.newId(),
    complaintId: trunk?.id ?? null,
    trunkRevision: Math.min(trunkRevision ?? revision, revision),
    // A complaint that the central service does not know yet cannot be read there either.
    after:
      isSilent(body.kind) && revision > 0 ? null : lastUnanswered(desk, subjectOf({ ...body, complaintId })),
    attachments,
    composedAt: new Date(desk.clock.now()).toISOString(),
  } as Command;
  const context = { officer: reports.officer(), at: command.composedAt, receipt: null };
  const applied =
    trunk === null
      ? applyOfficeCommand(visibleTemplates(reports), command as OfficeCommand, context.officer)
      : applyCommand(reports.visible(trunk), command, context);
  return applied.ok ? { ok: true, command, trunk } : applied;
}

/** The complaint that a command is built on; null: it is done to the templates of the office. */
type Trunk = { readonly ok: true; readonly trunk: Complaint | null } | (Submitted & { readonly ok: false });

function trunkOf(desk: Desk, complaintId: string | null, body: CommandBody): Trunk {
  if (isOfficeKind(body.kind)) return { ok: true, trunk: null };
  if (complaintId === null) return { ok: false, code: 'unknown_complaint' };
  return body.kind === 'record' ? newTrunk(desk, complaintId) : ownTrunk(desk, complaintId);
}

function ownTrunk({ reports: { cache } }: Desk, complaintId: string): Trunk {
  const cached = cache.complaints.get(complaintId);
  if (cached === null) return { ok: false, code: 'unknown_complaint' };
  return cached.ours ? { ok: true, trunk: cached.complaint } : { ok: false, code: 'moved' };
}

/** What is recorded is recorded once, also when two windows send it: one that waits or stands already is no new report. */
function newTrunk({ reports: { cache, journal } }: Desk, complaintId: string): Trunk {
  const stands = (cache.complaints.find(complaintId)?.revision ?? 0) > 0;
  const waits = journal.commands.of(complaintId).some(({ state }) => state !== 'refused');
  return stands || waits ? { ok: false, code: 'bad_value' } : { ok: true, trunk: unrecorded(complaintId) };
}

/** Inside a transaction of the journal. */
export function keep(desk: Desk, command: Command, trunk: Complaint | null, heldUntil: number | null): void {
  const { journal } = desk.reports;
  const title = titleOf(command, trunk);
  journal.commands.insert(command, { trackingId: trunk?.trackingId ?? '', title }, heldUntil);
  const complaintId = subjectOf(command);
  journal.log(desk.clock.now(), {
    event: 'composed',
    complaintId,
    commandId: command.id,
    detail: command.kind,
  });
}

function titleOf(command: Command, trunk: Complaint | null): string {
  if (isOfficeCommand(command)) return command.payload.name.trim();
  return command.kind === 'record' ? command.payload.report.title.trim() : (trunk?.title ?? '');
}

function kept(desk: Desk, command: Command, heldUntil: number | null): Submitted {
  inJournal(desk, [subjectOf(command)], heldUntil);
  const until = heldUntil === null ? null : new Date(heldUntil).toISOString();
  return { ok: true, id: command.id, heldUntil: until };
}

/** Commands of these reports are in the journal, and leave it together at `heldUntil`, ms since 1970; null: at once. */
export function inJournal(desk: Desk, complaintIds: readonly string[], heldUntil: number | null): void {
  changed(desk, complaintIds);
  desk.engine.send({ type: 'wake', at: heldUntil ?? desk.clock.now() });
  if (heldUntil === null) return;
  // Without a connection nothing else would tell that the time of undo is over.
  desk.clock.alarm(heldUntil, () => desk.hub.publish(['queue', 'case', 'outbox'], complaintIds));
}

/** The command that the central service must decide before a new one about the same thing. */
function lastUnanswered({ reports: { journal } }: Desk, subject: string): string | null {
  const last = journal.commands.lastUnaccepted([subject]).get(subject);
  return last === undefined || last.state === 'refused' ? null : last.command.id;
}

/** Undo: only what surely never reached the centre. Its text becomes a draft again. */
export function withdraw(desk: Desk, id: string): BackToDraft {
  const stored = desk.reports.journal.commands.get(id);
  if (stored === null || stored.state !== 'queued' || stored.unsure) return { ok: false };
  // What else was done to the report it made would be done to none.
  if (stored.command.kind === 'record' && isBuiltOn(desk, stored)) return { ok: false };
  return backToDraft(desk, stored, stored.command.trunkRevision, 'withdrawn');
}

function isBuiltOn({ reports: { journal } }: Desk, { command, subject }: StoredCommand): boolean {
  return journal.commands.of(subject).some((other) => other.command.id !== command.id && !other.settled);
}

/** A refused command: its text becomes a draft again, on top of what the officer can see by now. */
export function reopen(desk: Desk, id: string): BackToDraft {
  const stored = refusedOnList(desk, id);
  if (stored === null) return { ok: false };
  const trunk = desk.reports.cache.complaints.find(stored.subject);
  return backToDraft(desk, stored, trunk?.revision ?? stored.command.trunkRevision, 'reopened');
}

/** The draft stands beside whatever the officer has begun meanwhile. */
function backToDraft(
  desk: Desk,
  stored: StoredCommand,
  trunkRevision: number,
  event: 'withdrawn' | 'reopened',
): BackToDraft {
  const { journal } = desk.reports;
  const { command, subject: complaintId, trackingId, title } = stored;
  const now = desk.clock.now();
  const kind = draftKindOf(command);
  const draft =
    kind === null
      ? null
      : {
          id: desk.newId(),
          complaintId,
          kind,
          text: textOf(command),
          choices: choicesOfDraft(command),
          updatedAt: new Date(now).toISOString(),
          trunkRevision,
          trackingId,
          title,
        };
  journal.write(() => {
    if (draft !== null) {
      journal.drafts.save(draft);
      journal.attachments.move(command.id, draft.id);
    }
    if (event === 'withdrawn') journal.commands.remove(command.id);
    else journal.commands.settle(command.id);
    journal.log(now, { event, complaintId, commandId: command.id });
  });
  changed(desk, [complaintId]);
  return { ok: true, draft: draft === null ? null : draftOf(journal, draft) };
}

/** The draft that says the same; null: nothing was written for it, only chosen. */
function draftKindOf(command: CommandBody): DraftKind | null {
  const kind = command.kind === 'propose' ? command.payload.as : command.kind;
  return DRAFT_KINDS.find((draftKind) => draftKind === kind) ?? null;
}

/** Without what is empty: a draft with nothing chosen and nothing written is none. */
function choicesOfDraft(command: CommandBody): Draft['choices'] {
  const said = Object.entries(choicesOf(command)).filter(([, value]) => value !== null);
  return draftChoices.parse(Object.fromEntries(said));
}

/** "Kirim juga": a refused text once more, knowing what came up to `trunkRevision`; what only fell with it goes along. */
export function resend(desk: Desk, id: string, trunkRevision: number): Submitted {
  const stored = refusedOnList(desk, id);
  if (stored === null) return { ok: false, code: 'other' };
  const { journal } = desk.reports;
  const { command: refused } = stored;
  const prepared = prepare(desk, refused.complaintId, refused, trunkRevision, refused.attachments);
  if (!prepared.ok) return prepared;
  const { command, trunk } = prepared;
  const heldUntil = desk.clock.now() + UNDO_MS;
  const again = (old: StoredCommand, sent: Command): void => {
    keep(desk, sent, trunk, heldUntil);
    journal.attachments.move(old.command.id, sent.id);
    journal.commands.settle(old.command.id);
    journal.log(desk.clock.now(), {
      event: 'resent',
      complaintId: old.subject,
      commandId: old.command.id,
    });
    for (const follower of journal.commands.followersOf(old.command.id)) {
      again(follower, {
        ...follower.command,
        id: desk.newId(),
        after: sent.id,
        trunkRevision: command.trunkRevision,
      });
    }
  };
  journal.write(() => again(stored, command));
  return kept(desk, command, heldUntil);
}

/** "Buang": off the list. The text stays in the journal, and `restore` puts it back on the list. */
export function discard(desk: Desk, id: string): { ok: boolean } {
  const stored = refusedOnList(desk, id);
  if (stored === null) return { ok: false };
  const { journal } = desk.reports;
  const { subject: complaintId } = stored;
  journal.write(() => {
    journal.commands.discard(id);
    journal.log(desk.clock.now(), { event: 'discarded', complaintId, commandId: id });
  });
  changed(desk, [complaintId]);
  return { ok: true };
}

export function restore(desk: Desk, id: string): { ok: boolean } {
  const { journal } = desk.reports;
  const ok = journal.write(() => journal.commands.unsettle(id));
  const complaintId = journal.commands.get(id)?.subject;
  if (ok && complaintId !== undefined) changed(desk, [complaintId]);
  return { ok };
}

function refusedOnList(desk: Desk, id: string): StoredCommand | null {
  const stored = desk.reports.journal.commands.get(id);
  return stored === null || stored.state !== 'refused' || stored.settled ? null : stored;
}

export function changed(desk: Desk, complaintIds: readonly string[]): void {
  afterwards(desk, () => desk.reports.refresh(complaintIds));
  desk.hub.publish(['queue', 'case', 'outbox', 'sync'], complaintIds);
}
