import type { Draft, DraftAttachment } from '#shared/contract/window/drafts.ts';
import type { DraftKind, StoredDraft } from '../store/journal/draft-table.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { type BackendContext, isoNow } from './context.ts';
import { silent, type WindowApi } from './implement.ts';
import { retryCacheUpdate } from './retry-cache-update.ts';

/** Is nothing in it, not even a file that is on its way? */
export function isEmptied(
  { id, text, choices }: Pick<StoredDraft, 'id' | 'text' | 'choices'>,
  journal: JournalStore,
): boolean {
  return text === '' && Object.keys(choices).length === 0 && journal.attachments.of(id).length === 0;
}

/** A draft with nothing in it, on top of the complaint as it is known now. */
export function newDraft(
  context: BackendContext,
  id: string,
  complaintId: string,
  kind: DraftKind,
): StoredDraft {
  const {
    revision: trunkRevision = 0,
    trackingId = '',
    title = '',
  } = context.cache.complaints.get(complaintId)?.complaint ?? {};
  const updatedAt = isoNow(context);
  return { id, complaintId, kind, text: '', choices: {}, updatedAt, trunkRevision, trackingId, title };
}

/** In a transaction of the journal: a joint answer is a draft again, for the complaints it still goes to. */
export function restoreJoint(journal: JournalStore, id: string, complaintIds: readonly string[]): void {
  journal.drafts.restore(id);
  const draft = journal.drafts.get(id);
  const { joint } = draft?.choices ?? {};
  if (draft === null || joint === undefined) return;
  const complaints = joint.complaints.filter((complaint) => complaintIds.includes(complaint.id));
  journal.drafts.save({ ...draft, choices: { ...draft.choices, joint: { ...joint, complaints } } });
}

/** A draft with its files, as the window gets it. */
export function draftOf(journal: JournalStore, draft: StoredDraft): Draft {
  const { trackingId: _id, title: _title, ...own } = draft;
  const attachments = journal.attachments.of(draft.id).flatMap(({ id }) => attachmentView(journal, id) ?? []);
  return { ...own, attachments };
}

/** A file of a draft as the window gets it; null while it is not whole. */
export function attachmentView({ attachments, files }: JournalStore, id: string): DraftAttachment | null {
  const attachment = attachments.get(id);
  if (attachment === null) return null;
  const { fileId, otherFileId, name, sendsOriginal } = attachment;
  const file = files.get(fileId);
  if (file === null || file.sha256 === null || file.type === null) return null;
  const other = otherFileId === null ? null : files.get(otherFileId);
  const { sha256 = null, size = 0 } = (sendsOriginal ? file : other) ?? {};
  const original = other === null || sha256 === null ? null : { sha256, size };
  return { id, sha256: file.sha256, name, type: file.type, size: file.size, original, sendsOriginal };
}

/** The queue's mark and every screen that shows drafts follow. */
export function draftsChanged(context: BackendContext, complaintId: string): void {
  const { cache, journal } = context;
  retryCacheUpdate(context, () =>
    cache.write((writer) =>
      writer.complaints.setDraft(complaintId, journal.drafts.of(complaintId).length > 0),
    ),
  );
  context.hub.publish(['queue', 'case', 'outbox'], [complaintId]);
}

export function draftHandlers(os: WindowApi['draft'], context: BackendContext) {
  const { journal, clock, hub } = context;
  const { drafts, write, writing } = journal;
  return {
    save: os.save.handler(({ input }) => {
      const { complaintId, kind, text, choices, caret } = input;
      const known = input.id === undefined ? drafts.last(complaintId, kind) : drafts.get(input.id);
      const id = input.id ?? known?.id ?? context.newId();
      const draft = { ...newDraft(context, id, complaintId, kind), text, choices };
      const empty = isEmptied(draft, journal);
      write(() => {
        if (empty) drafts.delete(id);
        else drafts.save(draft);
        if (caret !== undefined) writing.put(id, caret);
      });
      if ((known === null) !== empty) draftsChanged(context, complaintId);
      return { id, updatedAt: draft.updatedAt };
    }),
    list: os.list.handler(() =>
      drafts.all().map((draft) => {
        const title = draft.choices.report?.title.trim() ?? draft.title;
        return { ...draftOf(journal, draft), trackingId: draft.trackingId, title };
      }),
    ),
    moveCaret: os.moveCaret.handler(
      silent(({ input: { id, caret } }) => {
        // A field that is still empty is no place to come back to.
        if (drafts.get(id) !== null) write(() => writing.put(id, caret));
      }),
    ),
    place: os.place.handler(() => {
      const last = writing.last();
      const draft = last === null ? null : drafts.get(last.id);
      return last === null || draft === null ? null : { draft: draftOf(journal, draft), caret: last.caret };
    }),
    remove: os.remove.handler(({ input: { id } }) => {
      const complaintId = drafts.get(id)?.complaintId;
      if (complaintId === undefined) return { ok: false };
      write(() => drafts.remove(id, clock.now()));
      draftsChanged(context, complaintId);
      return { ok: true };
    }),
    restore: os.restore.handler(({ input: { id } }) => {
      write(() => drafts.restore(id));
      const draft = drafts.get(id);
      if (draft === null) return { ok: false };
      draftsChanged(context, draft.complaintId);
      return { ok: true, draft: draftOf(journal, draft) };
    }),
    rebase: os.rebase.handler(({ input: { id, trunkRevision } }) => {
      const ok = write(() => drafts.rebase(id, trunkRevision));
      const complaintId = drafts.get(id)?.complaintId;
      if (complaintId !== undefined) hub.publish(['case'], [complaintId]);
      return { ok };
    }),
  };
}
