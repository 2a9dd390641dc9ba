import { attachmentContract } from './attachments.ts';
import { bulkContract } from './bulk.ts';
import { caseContract, presenceContract } from './case.ts';
import { commandContract } from './commands.ts';
import { deadlinesContract } from './deadlines.ts';
import { diagnosticsContract } from './diagnostics.ts';
import { draftContract } from './drafts.ts';
import { eventsContract } from './events.ts';
import { jointContract } from './joint.ts';
import { morningContract } from './morning.ts';
import { outboxContract } from './outbox.ts';
import { queueContract } from './queue.ts';
import { referenceContract } from './reference.ts';
import { sessionContract } from './session.ts';
import { settingsContract } from './settings.ts';
import { similarContract } from './similar.ts';
import { standaloneContract } from './standalone.ts';
import { syncContract } from './sync.ts';
import { templateContract } from './templates.ts';
import { viewsContract } from './views.ts';

/** What the window asks of its backend; the same over a message port and a web socket. */
export const windowContract = {
  session: sessionContract,
  standalone: standaloneContract,
  reference: referenceContract,
  deadlines: deadlinesContract,
  queue: queueContract,
  case: caseContract,
  morning: morningContract,
  views: viewsContract,
  similar: similarContract,
  draft: draftContract,
  template: templateContract,
  attachment: attachmentContract,
  command: { ...commandContract, ...bulkContract, ...jointContract },
  outbox: outboxContract,
  presence: presenceContract,
  sync: syncContract,
  settings: settingsContract,
  diagnostics: diagnosticsContract,
  events: eventsContract,
};

/** What a window is served: the officer's own backend, and beside it one in practice mode. */
export const servedContract = { ...windowContract, practice: windowContract };
