import type * as z from 'zod';
import type { submitted } from '#shared/contract/window/commands.ts';
import type { Draft } from '#shared/contract/window/drafts.ts';
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
import { projectedTemplates } from '../projection/office-templates.ts';
import type { StoredCommand } from '../store/journal/command-rows.ts';
import type { DraftKind } from '../store/journal/draft-table.ts';
import type { BackendContext } from './context.ts';
import { draftOf } from './drafts.ts';
import type { WindowApi } from './implement.ts';
import { retryCacheUpdate } from './retry-cache-update.ts';

export type Submitted = z.infer<typeof submitted>;
export type BackToDraft = { ok: true; draft: Draft | null } | { ok: false };

/** ms in which the officer can take a command back before it is sent. */
export const UNDO_MS = 10_000;

/** Puts a command into the journal, if the domain allows it now. On the disk when it returns. */
export function submit(
  context: BackendContext,
  complaintId: string | null,
  body: CommandBody,
  draftId?: string,
): Submitted {
  const { journal } = context.stores;
  const kind = DRAFT_KINDS.find((draftKind) => draftKind === body.kind) ?? null;
  const last = () => (kind === null || complaintId === null ? null : journal.drafts.last(complaintId, kind));
  const draft = draftId === undefined ? last() : journal.drafts.get(draftId);
  const attachments = draft === null ? [] : journal.attachments.sentWith(draft.id);
  const prepared = prepare(context, complaintId, body, draft?.trunkRevision ?? null, attachments);
  if (!prepared.ok) return prepared;
  const { command, trunk } = prepared;

  const heldUntil = isSilent(body.kind) ? null : context.clock.now() + UNDO_MS;
  journal.write(() => {
    keep(context, command, trunk, heldUntil);
    if (draft === null) return;
    journal.attachments.dropUnfinished(draft.id);
    journal.attachments.move(draft.id, command.id);
    journal.drafts.delete(draft.id);
  });
  return kept(context, command, heldUntil);
}

type Prepared =
  | { readonly ok: true; readonly command: Command; readonly trunk: Complaint | null }
  | (Submitted & { readonly ok: false });

/** The command as it would be sent, or why the domain already knows that it cannot be. */
export function prepare(
  context: BackendContext,
  complaintId: string | null,
  body: CommandBody,
  trunkRevision: number | null,
  attachments: Command['attachments'],
): Prepared {
  const { stores } = context;
  const found = trunkOf(context, complaintId, body);
  if (!found.ok) return found;
  const { trunk } = found;
  const revision = trunk?.revision ?? 0;
  const command = {
    ...body,
    id: context.newId(),
    complaintId: trunk?.id ?? null,
    trunkRevision: Math.min(trunkRevision ?? revision, revision),
    // A complaint that the central service does not know yet cannot be read there either.
    after:
      isSilent(body.kind) && revision > 0
        ? null
        : lastUnanswered(context, subjectOf({ ...body, complaintId })),
    attachments,
    composedAt: new Date(context.clock.now()).toISOString(),
  } as Command;
  const decision = { officer: stores.officer(), at: command.composedAt, receipt: null };
  const applied =
    trunk === null
      ? applyOfficeCommand(projectedTemplates(stores), command as OfficeCommand, decision.officer)
      : applyCommand(stores.visible(trunk), command, decision);
  return applied.ok ? { ok: true, command, trunk } : applied;
}

/** The complaint that a command is built on; null: it is done to the templates of the office. */
type Trunk = { readonly ok: true; readonly trunk: Complaint | null } | (Submitted & { readonly ok: false });

function trunkOf(context: BackendContext, complaintId: string | null, body: CommandBody): Trunk {
  if (isOfficeKind(body.kind)) return { ok: true, trunk: null };
  if (complaintId === null) return { ok: false, code: 'unknown_complaint' };
  return body.kind === 'record' ? newTrunk(context, complaintId) : ownTrunk(context, complaintId);
}

function ownTrunk({ stores: { cache } }: BackendContext, complaintId: string): Trunk {
  const cached = cache.complaints.get(complaintId);
  if (cached === null) return { ok: false, code: 'unknown_complaint' };
  return cached.ours ? { ok: true, trunk: cached.complaint } : { ok: false, code: 'moved' };
}

/** A new complaint is recorded once, also when two windows send it: not if it waits or exists already. */
function newTrunk({ stores: { cache, journal } }: BackendContext, complaintId: string): Trunk {
  const stands = (cache.complaints.find(complaintId)?.revision ?? 0) > 0;
  const waits = journal.commands.of(complaintId).some(({ state }) => state !== 'refused');
  return stands || waits ? { ok: false, code: 'bad_value' } : { ok: true, trunk: unrecorded(complaintId) };
}

/** Inside a transaction of the journal. */
export function keep(
  context: BackendContext,
  command: Command,
  trunk: Complaint | null,
  heldUntil: number | null,
): void {
  const { journal } = context.stores;
  const title = titleOf(command, trunk);
  journal.commands.insert(command, { trackingId: trunk?.trackingId ?? '', title }, heldUntil);
  const complaintId = subjectOf(command);
  journal.log(context.clock.now(), {
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

function kept(context: BackendContext, command: Command, heldUntil: number | null): Submitted {
  inJournal(context, [subjectOf(command)], heldUntil);
  const until = heldUntil === null ? null : new Date(heldUntil).toISOString();
  return { ok: true, id: command.id, heldUntil: until };
}

/**
 * To be called when commands are in the journal. They leave it at `heldUntil`, ms since 1970; null: at once.
 */
export function inJournal(
  context: BackendContext,
  complaintIds: readonly string[],
  heldUntil: number | null,
): void {
  changed(context, complaintIds);
  context.sync.send({ type: 'wake', at: heldUntil ?? context.clock.now() });
  if (heldUntil === null) return;
  // Without a connection nothing else would tell that the time of undo is over.
  context.clock.alarm(heldUntil, () => context.hub.publish(['queue', 'case', 'outbox'], complaintIds));
}

/** The command that the central service must decide before a new one about the same thing. */
function lastUnanswered({ stores: { journal } }: BackendContext, subject: string): string | null {
  const last = journal.commands.lastUnaccepted([subject]).get(subject);
  return last === undefined || last.state === 'refused' ? null : last.command.id;
}

/** Undo: only what surely never reached the centre. Its text becomes a draft again. */
export function withdraw(context: BackendContext, id: string): BackToDraft {
  const stored = context.stores.journal.commands.get(id);
  if (stored === null || stored.state !== 'queued' || stored.unsure) return { ok: false };
  // What else was done to the complaint it made would be done to none.
  if (stored.command.kind === 'record' && isBuiltOn(context, stored)) return { ok: false };
  return backToDraft(context, stored, stored.command.trunkRevision, 'withdrawn');
}

function isBuiltOn({ stores: { journal } }: BackendContext, { command, subject }: StoredCommand): boolean {
  return journal.commands.of(subject).some((other) => other.command.id !== command.id && !other.settled);
}

/** A refused command: its text becomes a draft again, on top of what the officer can see by now. */
export function reopen(context: BackendContext, id: string): BackToDraft {
  const stored = refusedOnList(context, id);
  if (stored === null) return { ok: false };
  const trunk = context.stores.cache.complaints.find(stored.subject);
  return backToDraft(context, stored, trunk?.revision ?? stored.command.trunkRevision, 'reopened');
}

/** The draft stands beside whatever the officer has begun meanwhile. */
function backToDraft(
  context: BackendContext,
  stored: StoredCommand,
  trunkRevision: number,
  event: 'withdrawn' | 'reopened',
): BackToDraft {
  const { journal } = context.stores;
  const { command, subject: complaintId, trackingId, title } = stored;
  const now = context.clock.now();
  const kind = draftKindOf(command);
  const draft =
    kind === null
      ? null
      : {
          id: context.newId(),
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
  changed(context, [complaintId]);
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

/**
 * "Kirim juga": sends a refused text once more, based on `trunkRevision`, with what was refused because of
 * it.
 */
export function resend(context: BackendContext, id: string, trunkRevision: number): Submitted {
  const stored = refusedOnList(context, id);
  if (stored === null) return { ok: false, code: 'other' };
  const { journal } = context.stores;
  const { command: refused } = stored;
  const prepared = prepare(context, refused.complaintId, refused, trunkRevision, refused.attachments);
  if (!prepared.ok) return prepared;
  const { command, trunk } = prepared;
  const heldUntil = context.clock.now() + UNDO_MS;
  const again = (old: StoredCommand, sent: Command): void => {
    keep(context, sent, trunk, heldUntil);
    journal.attachments.move(old.command.id, sent.id);
    journal.commands.settle(old.command.id);
    journal.log(context.clock.now(), {
      event: 'resent',
      complaintId: old.subject,
      commandId: old.command.id,
    });
    for (const follower of journal.commands.followersOf(old.command.id)) {
      again(follower, {
        ...follower.command,
        id: context.newId(),
        after: sent.id,
        trunkRevision: command.trunkRevision,
      });
    }
  };
  journal.write(() => again(stored, command));
  return kept(context, command, heldUntil);
}

/** "Buang": off the list. The text stays in the journal, and `restore` puts it back on the list. */
export function discard(context: BackendContext, id: string): { ok: boolean } {
  const stored = refusedOnList(context, id);
  if (stored === null) return { ok: false };
  const { journal } = context.stores;
  const { subject: complaintId } = stored;
  journal.write(() => {
    journal.commands.discard(id);
    journal.log(context.clock.now(), { event: 'discarded', complaintId, commandId: id });
  });
  changed(context, [complaintId]);
  return { ok: true };
}

export function restore(context: BackendContext, id: string): { ok: boolean } {
  const { journal } = context.stores;
  const ok = journal.write(() => journal.commands.unsettle(id));
  const complaintId = journal.commands.get(id)?.subject;
  if (ok && complaintId !== undefined) changed(context, [complaintId]);
  return { ok };
}

function refusedOnList(context: BackendContext, id: string): StoredCommand | null {
  const stored = context.stores.journal.commands.get(id);
  return stored === null || stored.state !== 'refused' || stored.settled ? null : stored;
}

export function changed(context: BackendContext, complaintIds: readonly string[]): void {
  retryCacheUpdate(context, () => context.stores.refresh(complaintIds));
  context.hub.publish(['queue', 'case', 'outbox', 'sync'], complaintIds);
}

export function commandHandlers(os: WindowApi['command'], context: BackendContext) {
  return {
    submit: os.submit.handler(({ input }) => submit(context, input.complaintId, input.body, input.draftId)),
    withdraw: os.withdraw.handler(({ input }) => withdraw(context, input.id)),
    reopen: os.reopen.handler(({ input }) => reopen(context, input.id)),
    resend: os.resend.handler(({ input }) => resend(context, input.id, input.trunkRevision)),
    discard: os.discard.handler(({ input }) => discard(context, input.id)),
    restore: os.restore.handler(({ input }) => restore(context, input.id)),
  };
}
