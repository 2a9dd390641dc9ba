import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { attachmentHandlers } from './attachments.ts';
import { bulkHandlers } from './bulk.ts';
import { caseHandlers } from './case.ts';
import { commandHandlers } from './commands.ts';
import { type BackendContext, centralNow, settingsNow } from './context.ts';
import { deadlinesHandlers } from './deadlines.ts';
import { diagnosticsHandlers } from './diagnostics.ts';
import { draftHandlers } from './drafts.ts';
import { implementWindow, silent } from './implement.ts';
import { jointHandlers } from './joint.ts';
import { morningHandlers } from './morning.ts';
import { outboxHandlers } from './outbox.ts';
import { queueHandlers, queueReader } from './queue.ts';
import { sessionHandlers } from './session.ts';
import { similarHandlers } from './similar.ts';
import { standaloneHandlers } from './standalone.ts';
import { syncHandlers } from './sync.ts';
import { templateHandlers } from './templates.ts';

/** Answers the window: a file of handlers for each subject of the contract that is more than a look-up. */
export function windowRouter(context: BackendContext, closing: AbortSignal) {
  const { hub, journal, presence, sync } = context;
  const { settings, views, write } = journal;
  const os = implementWindow(context.log, context.noteDamage);
  const queue = queueReader(context);
  return os.router({
    session: sessionHandlers(os.session, context, closing),
    standalone: standaloneHandlers(os.standalone, context, closing),
    reference: {
      get: os.reference.get.handler(() => {
        const { holidays, rules, agencies, colleagues } = context.reference();
        return { holidays, rules, agencies, colleagues, today: dayOfMs(centralNow(context)) };
      }),
    },
    deadlines: deadlinesHandlers(os.deadlines, context),
    queue: queueHandlers(os.queue, context, queue),
    case: caseHandlers(os.case, context),
    morning: morningHandlers(os.morning, context, queue),
    views: {
      list: os.views.list.handler(() => views.list()),
      save: os.views.save.handler(
        silent(({ input }) => {
          write(() => views.save(input));
          hub.publish(['settings'], []);
        }),
      ),
      counts: os.views.counts.handler(() =>
        Object.fromEntries(views.list().map(({ id, search }) => [id, queue.countOf(search)])),
      ),
    },
    similar: similarHandlers(os.similar, context),
    draft: draftHandlers(os.draft, context),
    template: templateHandlers(os.template, context),
    attachment: attachmentHandlers(os.attachment, context),
    command: {
      ...commandHandlers(os.command, context),
      ...bulkHandlers(os.command, context),
      ...jointHandlers(os.command, context),
    },
    outbox: outboxHandlers(os.outbox, context),
    presence: {
      viewing: os.presence.viewing.handler(silent(({ input }) => presence.viewing(input.complaintId))),
    },
    sync: syncHandlers(os.sync, context),
    settings: {
      get: os.settings.get.handler(() => settingsNow(context)),
      set: os.settings.set.handler(({ input }) => {
        // The officer's own choice counts again when IT leaves the language to them.
        const fixed = context.policy.language === undefined ? {} : { language: undefined };
        write(() => settings.save({ ...input, ...fixed }));
        hub.publish(['settings'], []);
        sync.mayFetch();
        return settingsNow(context);
      }),
    },
    diagnostics: diagnosticsHandlers(os.diagnostics, context),
    events: os.events.handler(({ signal }) =>
      hub.subscribe(signal === undefined ? closing : AbortSignal.any([signal, closing])),
    ),
  });
}

export type WindowRouter = ReturnType<typeof windowRouter>;
