import type * as z from 'zod';
import type { submitted } from '#shared/contract/window/commands.ts';
import type { backToDraft } from '#shared/contract/window/drafts.ts';
import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import { applyOfficeCommand } from '#shared/domain/commands/apply-office-command.ts';
import {
  type Command,
  type CommandBody,
  choicesOf,
  isDraftKind,
  isOfficeCommand,
  isOfficeKind,
  isSilent,
  type OfficeCommand,
  subjectOf,
  textOf,
} from '#shared/domain/commands/command.ts';
import { draftChoices } from '#shared/domain/commands/draft-choices.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import { projectedTemplates } from '../projection/office-templates.ts';
import type { StoredCommand } from '../store/journal/command-rows.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { type BackendContext, isoNow } from './context.ts';
import { draftOf } from './drafts.ts';
import type { WindowApi } from './implement.ts';
import { retryCacheUpdate } from './retry-cache-update.ts';

type Submitted = z.infer<typeof submitted>;
type BackToDraft = z.infer<typeof backToDraft>;

/** ms in which the officer can take a command back before it is sent. */
export const UNDO_MS = 10_000;

/** A command, and the complaint that it is built on; null: it is done to the templates of the office. */
type Built = { readonly command: Command; readonly trunk: Complaint | null };

/** The command as it would be sent, or why the domain already knows that it cannot be. */
export function prepare(
  context: BackendContext,
  complaintId: string | null,
  body: CommandBody,
  trunkRevision: number | null,
  attachments: Command['attachments'],
  id: string = context.newId(),
): (Built & { readonly ok: true }) | { readonly ok: false; readonly code: RefusalCode } {
  const trunk = trunkOf(context, complaintId, body.kind);
  if (typeof trunk === 'string') return { ok: false, code: trunk };
  const revision = trunk?.revision ?? 0;
  // A complaint that the central service does not know yet cannot be read there either.
  const waitsForNone = isSilent(body.kind) && revision > 0;
  const command = {
    ...body,
    id,
    complaintId: trunk?.id ?? null,
    trunkRevision: Math.min(trunkRevision ?? revision, revision),
    after: waitsForNone ? null : lastUnanswered(context, subjectOf({ ...body, complaintId })),
    attachments,
    composedAt: isoNow(context),
  } as Command;
  const officer = context.officer();
  const applied =
    trunk === null
      ? applyOfficeCommand(projectedTemplates(context), command as OfficeCommand, officer)
      : applyCommand(context.project(trunk), command, { officer, at: command.composedAt, receipt: null });
  return applied.ok ? { ok: true, command, trunk } : applied;
}

/** The complaint that a command is built on, null where it needs none, or why there is none. */
function trunkOf(
  { cache, journal }: BackendContext,
  complaintId: string | null,
  kind: Command['kind'],
): Complaint | null | RefusalCode {
  if (isOfficeKind(kind)) return null;
  if (complaintId === null) return 'unknown_complaint';
  if (kind === 'record') {
    // Recorded once, also when two windows send it: not if it waits or exists already.
    const stands = (cache.complaints.find(complaintId)?.revision ?? 0) > 0;
    const waits = journal.commands.of(complaintId).some(({ state }) => state !== 'refused');
    return stands || waits ? 'bad_value' : unrecorded(complaintId);
  }
  const cached = cache.complaints.get(complaintId);
  if (cached === null) return 'unknown_complaint';
  return cached.ours ? cached.complaint : 'moved';
}

/** The command that the central service must decide before a new one about the same thing. */
function lastUnanswered({ journal }: BackendContext, subject: string): string | null {
  const last = journal.commands.lastUnaccepted([subject]).get(subject);
  return last === undefined || last.state === 'refused' ? null : last.command.id;
}

/** Inside a transaction of the journal. */
export function keep(
  { journal, clock }: BackendContext,
  { command, trunk }: Built,
  heldUntil: number | null,
) {
  const titled = { trackingId: trunk?.trackingId ?? '', title: titleOf(command, trunk) };
  journal.commands.insert(command, titled, heldUntil);
  const complaintId = subjectOf(command);
  journal.log(clock.now(), { event: 'composed', complaintId, commandId: command.id, detail: command.kind });
}

function titleOf(command: Command, trunk: Complaint | null): string {
  if (isOfficeCommand(command)) return command.payload.name.trim();
  return command.kind === 'record' ? command.payload.report.title.trim() : (trunk?.title ?? '');
}

function answered(context: BackendContext, command: Command, heldUntil: number | null): Submitted {
  composed(context, [subjectOf(command)], heldUntil);
  const until = heldUntil === null ? null : new Date(heldUntil).toISOString();
  return { ok: true, id: command.id, heldUntil: until };
}

/** Commands are in the journal now. They leave it at `heldUntil`, ms since 1970; null: at once. */
export function composed(
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

export function changed(context: BackendContext, complaintIds: readonly string[]): void {
  retryCacheUpdate(context, () => context.refresh(complaintIds));
  context.hub.publish(['queue', 'case', 'outbox', 'sync'], complaintIds);
}

/** Has it surely never reached the central service? */
export function isUnsent(stored: StoredCommand | null): stored is StoredCommand {
  return stored?.state === 'queued' && !stored.unsure;
}

/** The draft stands beside whatever the officer has begun meanwhile. */
function returnToDraft(
  context: BackendContext,
  { command, subject: complaintId, trackingId, title }: StoredCommand,
  trunkRevision: number,
  event: 'withdrawn' | 'reopened',
): BackToDraft {
  const { attachments, commands, drafts, log, write } = context.journal;
  const draftKind = command.kind === 'propose' ? command.payload.as : command.kind;
  const written = { complaintId, text: textOf(command), choices: choicesOfDraft(command) };
  const about = { updatedAt: isoNow(context), trunkRevision, trackingId, title };
  // What was only chosen, and not written, leaves no draft.
  const draft = isDraftKind(draftKind)
    ? { id: context.newId(), kind: draftKind, ...written, ...about }
    : null;
  write(() => {
    if (draft !== null) {
      drafts.save(draft);
      attachments.move(command.id, draft.id);
    }
    if (event === 'withdrawn') commands.remove(command.id);
    else commands.settle(command.id);
    const detail = draft === null ? {} : { detail: draft.id };
    log(context.clock.now(), { event, complaintId, commandId: command.id, ...detail });
  });
  changed(context, [complaintId]);
  return { ok: true, draft: draft === null ? null : draftOf(context.journal, draft) };
}

/** The window has lost the answer and asks again: what was done then is the answer. */
function backBefore(journal: JournalStore, id: string, event: 'withdrawn' | 'reopened'): BackToDraft {
  const line = journal.logged(id, event);
  if (line === null) return { ok: false };
  const draft = line.detail === null ? null : journal.drafts.get(line.detail);
  return { ok: true, draft: draft === null ? null : draftOf(journal, draft) };
}

function keptBefore({ command: { id }, heldUntil }: StoredCommand): Submitted {
  return { ok: true, id, heldUntil: heldUntil === null ? null : new Date(heldUntil).toISOString() };
}

/** Without what is empty: a draft with nothing chosen and nothing written is none. */
function choicesOfDraft(command: CommandBody) {
  const chosen = Object.entries(choicesOf(command)).filter(([, value]) => value !== null);
  return draftChoices.parse(Object.fromEntries(chosen));
}

/** "Kirim juga": a refused text goes again, based on `trunkRevision`, with what was refused because of it. */
function resend(context: BackendContext, id: string, trunkRevision: number): Submitted {
  const stored = refusedOnList(context.journal, id);
  const { attachments, commands, log, write } = context.journal;
  if (stored === null) {
    const there = commands.get(context.journal.logged(id, 'resent')?.detail ?? '');
    return there === null ? { ok: false, code: 'other' } : keptBefore(there);
  }
  const { command: refused } = stored;
  const prepared = prepare(context, refused.complaintId, refused, trunkRevision, refused.attachments);
  if (!prepared.ok) return prepared;
  const { command, trunk } = prepared;
  const heldUntil = context.clock.now() + UNDO_MS;
  const again = ({ command: { id: commandId }, subject }: StoredCommand, sent: Command): void => {
    keep(context, { command: sent, trunk }, heldUntil);
    attachments.move(commandId, sent.id);
    commands.settle(commandId);
    log(context.clock.now(), { event: 'resent', complaintId: subject, commandId, detail: sent.id });
    const { trunkRevision } = command;
    for (const follower of commands.followersOf(commandId)) {
      again(follower, { ...follower.command, id: context.newId(), after: sent.id, trunkRevision });
    }
  };
  write(() => again(stored, command));
  return answered(context, command, heldUntil);
}

function refusedOnList({ commands }: JournalStore, id: string): StoredCommand | null {
  const stored = commands.get(id);
  return stored?.state === 'refused' && !stored.settled ? stored : null;
}

export function commandHandlers(os: WindowApi['command'], context: BackendContext) {
  const { cache, clock, journal } = context;
  const { attachments, commands, drafts, log, write } = journal;
  return {
    /** Puts a command into the journal, if the domain allows it now. On the disk when it returns. */
    submit: os.submit.handler(({ input: { complaintId, body, draftId, id } }) => {
      const { kind } = body;
      const there = id === undefined ? null : commands.get(id);
      if (there !== null) return keptBefore(there);
      const last = () => (complaintId !== null && isDraftKind(kind) ? drafts.last(complaintId, kind) : null);
      const draft = draftId === undefined ? last() : drafts.get(draftId);
      const files = draft === null ? [] : attachments.sentWith(draft.id);
      const prepared = prepare(context, complaintId, body, draft?.trunkRevision ?? null, files, id);
      if (!prepared.ok) return prepared;
      const heldUntil = isSilent(kind) ? null : clock.now() + UNDO_MS;
      write(() => {
        keep(context, prepared, heldUntil);
        if (draft === null) return;
        attachments.dropUnfinished(draft.id);
        attachments.move(draft.id, prepared.command.id);
        drafts.delete(draft.id);
      });
      return answered(context, prepared.command, heldUntil);
    }),
    /** Undo. What was written becomes a draft again. */
    withdraw: os.withdraw.handler(({ input: { id } }) => {
      const stored = commands.get(id);
      if (!isUnsent(stored)) return backBefore(journal, id, 'withdrawn');
      const { command, subject } = stored;
      // What else was done to the complaint that it records would be done to none.
      const isBuiltOn = commands.of(subject).some((other) => other.command.id !== id && !other.settled);
      if (command.kind === 'record' && isBuiltOn) return { ok: false };
      return returnToDraft(context, stored, command.trunkRevision, 'withdrawn');
    }),
    /** A refused command: its text becomes a draft again, on top of what the officer can see by now. */
    reopen: os.reopen.handler(({ input: { id } }) => {
      const stored = refusedOnList(journal, id);
      if (stored === null) return backBefore(journal, id, 'reopened');
      const trunk = cache.complaints.find(stored.subject);
      return returnToDraft(context, stored, trunk?.revision ?? stored.command.trunkRevision, 'reopened');
    }),
    resend: os.resend.handler(({ input }) => resend(context, input.id, input.trunkRevision)),
    /** "Buang": off the list. The text stays in the journal, and `restore` puts it back on the list. */
    discard: os.discard.handler(({ input: { id } }) => {
      const complaintId = refusedOnList(journal, id)?.subject;
      if (complaintId === undefined) return { ok: journal.logged(id, 'discarded') !== null };
      write(() => {
        commands.discard(id);
        log(clock.now(), { event: 'discarded', complaintId, commandId: id });
      });
      changed(context, [complaintId]);
      return { ok: true };
    }),
    restore: os.restore.handler(({ input: { id } }) => {
      const ok = write(() => commands.unsettle(id)) || refusedOnList(journal, id) !== null;
      const complaintId = commands.get(id)?.subject;
      if (ok && complaintId !== undefined) changed(context, [complaintId]);
      return { ok };
    }),
  };
}
