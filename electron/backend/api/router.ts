import { attachmentHandlers } from './attachments.ts';
import { bulkHandlers } from './bulk.ts';
import { caseHandlers } from './case.ts';
import { commandHandlers } from './commands.ts';
import type { BackendContext } from './context.ts';
import { deadlinesHandlers } from './deadlines.ts';
import { draftHandlers } from './drafts.ts';
import { implementWindow } from './implement.ts';
import { jointHandlers } from './joint.ts';
import { morningHandlers } from './morning.ts';
import { outboxHandlers } from './outbox.ts';
import { presenceHandlers } from './presence.ts';
import { queueHandlers, queueReader } from './queue.ts';
import { referenceHandlers } from './reference.ts';
import { sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { similarHandlers } from './similar.ts';
import { standaloneHandlers } from './standalone.ts';
import { syncHandlers } from './sync.ts';
import { templateHandlers } from './templates.ts';
import { viewsHandlers } from './views.ts';

/** Answers the window: one file of handlers for each subject of the contract. */
export function windowRouter(context: BackendContext, closing: AbortSignal) {
  const os = implementWindow(context.log, context.noteDamage);
  const queue = queueReader(context);
  return os.router({
    session: sessionHandlers(os.session, context, closing),
    standalone: standaloneHandlers(os.standalone, context, closing),
    reference: referenceHandlers(os.reference, context),
    deadlines: deadlinesHandlers(os.deadlines, context),
    queue: queueHandlers(os.queue, context, queue),
    case: caseHandlers(os.case, context),
    morning: morningHandlers(os.morning, context, queue),
    views: viewsHandlers(os.views, context, queue),
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
    presence: presenceHandlers(os.presence, context.presence),
    sync: syncHandlers(os.sync, context),
    settings: settingsHandlers(os.settings, context),
    events: os.events.handler(({ signal }) =>
      context.hub.subscribe(signal === undefined ? closing : AbortSignal.any([signal, closing])),
    ),
  });
}

export type WindowRouter = ReturnType<typeof windowRouter>;
