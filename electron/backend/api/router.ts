import { implement, ORPCError } from '@orpc/server';
import { deskContract, STORAGE_STATUS } from '#shared/contract/window/window.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { visibleTemplates } from '../projection/office-templates.ts';
import { codeOf, storageProblemOf } from '../store/open-database.ts';
import { appendPiece, beginFile, chooseFile, finishFile, removeFile, restoreFile } from './attachments.ts';
import { previewMany, submitMany, withdrawMany } from './bulk.ts';
import { caseView, outbox } from './case.ts';
import { centralNow, type Desk } from './context.ts';
import { listDrafts, rebaseDraft, removeDraft, restoreDraft, saveDraft } from './drafts.ts';
import { fetchFile, readFile } from './files.ts';
import { previewJoint, submitJoint } from './joint.ts';
import { morning, morningSeen } from './morning.ts';
import { offlineDays } from './offline-days.ts';
import { pastAnswers } from './past-answers.ts';
import { deskQueue } from './queue.ts';
import { currentSession, dismissNotice, enrol } from './session.ts';
import { groupOf, similarTo, similarToText } from './similar.ts';
import { beginAlone, joinCentre, layExport, previewOfExport } from './standalone.ts';
import { syncStatus } from './status.ts';
import { lastSyncEvents } from './sync-log.ts';
import { removeTemplate, saveTemplate } from './templates.ts';
import { discard, reopen, resend, restore, submit, withdraw } from './writing.ts';

/** Lines of the log that are read for the days without a connection: some months. */
const LOOKED_THROUGH = 20_000;

const contract = implement(deskContract);

/** Answers the window. Every input and output is checked against the contract. */
export function deskRouter(desk: Desk, closing: AbortSignal) {
  const os = contract.use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      const problem = storageProblemOf(error);
      if (problem !== null) {
        desk.log.warn({ code: codeOf(error) }, 'the disk did not take what the window asked to keep');
        throw new ORPCError(problem, { status: STORAGE_STATUS });
      }
      if (!(error instanceof ORPCError)) {
        desk.noteDamage(error);
        desk.log.error({ err: error }, 'a question of the window could not be answered');
      }
      throw error;
    }
  });
  const queue = deskQueue(desk);
  const { reports, hub, engine } = desk;
  const { settings } = reports.journal;
  return os.router({
    session: {
      get: os.session.get.handler(() => currentSession(desk)),
      enrol: os.session.enrol.handler(({ input }) => enrol(desk, input, closing)),
      dismissNotice: os.session.dismissNotice.handler(({ input }) => {
        dismissNotice(desk, input.code);
        return {};
      }),
    },
    alone: {
      begin: os.alone.begin.handler(({ input }) => beginAlone(desk, input)),
      beginExport: os.alone.beginExport.handler(({ input }) => ({ ok: desk.alone.slot.begin(input.size) })),
      appendExport: os.alone.appendExport.handler(({ input }) => {
        desk.alone.slot.append(input.offset, Buffer.from(input.bytes, 'base64'));
        return {};
      }),
      previewExport: os.alone.previewExport.handler(({ input }) => previewOfExport(desk, input.ours)),
      applyExport: os.alone.applyExport.handler(({ input }) => layExport(desk, input.ours)),
      join: os.alone.join.handler(({ input }) => joinCentre(desk, input, closing)),
      cancelJoin: os.alone.cancelJoin.handler(() => {
        desk.alone.joiner.cancel();
        return {};
      }),
    },
    reference: {
      get: os.reference.get.handler(() => {
        const { holidays, rules, agencies, colleagues } = reports.reference();
        return { holidays, rules, agencies, colleagues, today: dayOfMs(centralNow(desk)) };
      }),
    },
    deadlines: {
      moved: os.deadlines.moved.handler(() => reports.journal.moves.last()),
      offlineDays: os.deadlines.offlineDays.handler(({ input }) => [
        ...offlineDays(reports.journal.lastLines(LOOKED_THROUGH), input),
      ]),
    },
    queue: {
      page: os.queue.page.handler(({ input }) => {
        try {
          return queue.page(input.view, input.after, input.limit);
        } catch (error) {
          if (error instanceof RangeError) throw new ORPCError('BAD_REQUEST', { message: error.message });
          throw error;
        }
      }),
      counts: os.queue.counts.handler(() => queue.counts()),
      filterValues: os.queue.filterValues.handler(({ input }) =>
        queue.filterValues(input.field, input.typed),
      ),
      search: os.queue.search.handler(({ input }) => queue.search(input.text, input.limit, input.order)),
    },
    morning: {
      get: os.morning.get.handler(() => morning(desk, queue)),
      seen: os.morning.seen.handler(() => {
        morningSeen(desk);
        return {};
      }),
    },
    views: {
      list: os.views.list.handler(() => [...reports.journal.views.list()]),
      save: os.views.save.handler(({ input }) => {
        reports.journal.write(() => reports.journal.views.save(input));
        hub.publish(['settings'], []);
        return {};
      }),
      counts: os.views.counts.handler(() =>
        Object.fromEntries(
          reports.journal.views.list().map(({ id, search }) => [id, queue.countOf(search)] as const),
        ),
      ),
    },
    case: { get: os.case.get.handler(({ input }) => caseView(desk, input.id)) },
    similar: {
      of: os.similar.of.handler(({ input }) => similarTo(desk, input.id)),
      group: os.similar.group.handler(({ input }) => groupOf(desk, input.id)),
      answers: os.similar.answers.handler(({ input }) => pastAnswers(desk, input.id)),
      toText: os.similar.toText.handler(({ input: { exceptId, ...subject } }) =>
        similarToText(desk, subject, exceptId),
      ),
    },
    draft: {
      save: os.draft.save.handler(({ input }) => saveDraft(desk, input)),
      list: os.draft.list.handler(() => listDrafts(desk)),
      remove: os.draft.remove.handler(({ input }) => removeDraft(desk, input.id)),
      restore: os.draft.restore.handler(({ input }) => restoreDraft(desk, input.id)),
      rebase: os.draft.rebase.handler(({ input }) => rebaseDraft(desk, input.id, input.trunkRevision)),
    },
    template: {
      list: os.template.list.handler(() => reports.journal.templates.all()),
      office: os.template.office.handler(() => [...visibleTemplates(reports)]),
      save: os.template.save.handler(({ input }) => saveTemplate(desk, input)),
      remove: os.template.remove.handler(({ input }) => {
        removeTemplate(desk, input.id);
        return {};
      }),
    },
    attachment: {
      begin: os.attachment.begin.handler(({ input }) => beginFile(desk, input)),
      append: os.attachment.append.handler(({ input }) =>
        appendPiece(desk, input.id, input.offset, input.bytes),
      ),
      finish: os.attachment.finish.handler(({ input }) => finishFile(desk, input.id)),
      choose: os.attachment.choose.handler(({ input }) => chooseFile(desk, input.id, input.original)),
      remove: os.attachment.remove.handler(({ input }) => removeFile(desk, input.id)),
      restore: os.attachment.restore.handler(({ input }) => restoreFile(desk, input.id)),
      read: os.attachment.read.handler(({ input }) =>
        readFile(desk, input.sha256, input.offset, input.length),
      ),
      fetch: os.attachment.fetch.handler(({ input }) => {
        fetchFile(desk, input.complaintId, input.sha256);
        return {};
      }),
    },
    command: {
      submit: os.command.submit.handler(({ input }) =>
        submit(desk, input.complaintId, input.body, input.draftId),
      ),
      previewMany: os.command.previewMany.handler(({ input }) =>
        previewMany(desk, input.complaintIds, input.body),
      ),
      submitMany: os.command.submitMany.handler(({ input }) =>
        submitMany(desk, input.complaintIds, input.body),
      ),
      previewJoint: os.command.previewJoint.handler(({ input }) => previewJoint(desk, input)),
      submitJoint: os.command.submitJoint.handler(({ input }) => submitJoint(desk, input)),
      withdrawMany: os.command.withdrawMany.handler(({ input }) =>
        withdrawMany(desk, input.ids, input.draftId),
      ),
      withdraw: os.command.withdraw.handler(({ input }) => withdraw(desk, input.id)),
      reopen: os.command.reopen.handler(({ input }) => reopen(desk, input.id)),
      resend: os.command.resend.handler(({ input }) => resend(desk, input.id, input.trunkRevision)),
      discard: os.command.discard.handler(({ input }) => discard(desk, input.id)),
      restore: os.command.restore.handler(({ input }) => restore(desk, input.id)),
    },
    outbox: { list: os.outbox.list.handler(() => outbox(desk)) },
    presence: {
      viewing: os.presence.viewing.handler(({ input }) => {
        desk.presence.viewing(input.complaintId);
        return {};
      }),
    },
    sync: {
      status: os.sync.status.handler(() => syncStatus(desk)),
      log: os.sync.log.handler(() => lastSyncEvents(desk)),
      now: os.sync.now.handler(() => {
        engine.send({ type: 'kick' });
        return {};
      }),
    },
    settings: {
      get: os.settings.get.handler(() => settings.get()),
      set: os.settings.set.handler(({ input }) => {
        reports.journal.write(() => settings.save(input));
        hub.publish(['settings'], []);
        engine.mayFetch();
        return settings.get();
      }),
    },
    events: os.events.handler(({ signal }) =>
      hub.subscribe(signal === undefined ? closing : AbortSignal.any([signal, closing])),
    ),
  });
}

export type DeskRouter = ReturnType<typeof deskRouter>;
