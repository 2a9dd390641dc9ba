import * as z from 'zod';
import type { Role } from '../people/roles.ts';
import { approve } from './kinds/approve.ts';
import { askReporter } from './kinds/ask-reporter.ts';
import { finish } from './kinds/finish.ts';
import { followUp } from './kinds/follow-up.ts';
import { forward } from './kinds/forward.ts';
import { internalNote } from './kinds/internal-note.ts';
import { link } from './kinds/link.ts';
import { markRead } from './kinds/mark-read.ts';
import { plan } from './kinds/plan.ts';
import { postpone } from './kinds/postpone.ts';
import { propose } from './kinds/propose.ts';
import { proposeArchive } from './kinds/propose-archive.ts';
import { publish } from './kinds/publish.ts';
import { record } from './kinds/record.ts';
import { giveBack } from './kinds/return.ts';
import { sendBack } from './kinds/send-back.ts';
import { setLabels } from './kinds/set-labels.ts';
import { setPriority } from './kinds/set-priority.ts';
import { shareTemplate } from './kinds/share-template.ts';
import { snooze } from './kinds/snooze.ts';
import { takeBack } from './kinds/take-back.ts';
import { withdrawTemplate } from './kinds/withdraw-template.ts';

/** What an officer can do, by kind. A kind has one meaning for ever: a changed meaning gets a new name. */
export const COMMANDS = {
  follow_up: followUp,
  ask_reporter: askReporter,
  internal_note: internalNote,
  forward,
  take_back: takeBack,
  return: giveBack,
  postpone,
  finish,
  propose_archive: proposeArchive,
  set_priority: setPriority,
  set_labels: setLabels,
  plan,
  snooze,
  link,
  propose,
  approve,
  send_back: sendBack,
  publish,
  mark_read: markRead,
  record,
  share_template: shareTemplate,
  withdraw_template: withdrawTemplate,
} as const;

type Registry = typeof COMMANDS;
export type CommandKind = keyof Registry;
export const COMMAND_KINDS = Object.keys(COMMANDS) as CommandKind[];
export const commandKind = z.enum(COMMAND_KINDS);

/** The kinds that are done to the templates of the officer's agency, and not to a complaint. */
export type OfficeKind = KindOf<{ readonly subject: 'office' }>;
/** The kinds that can be begun as a draft. */
export type DraftKind = KindOf<{ readonly draft: object }>;
export type SilentKind = KindOf<{ readonly silent: true }>;
type KindOf<Spec> = {
  [Kind in CommandKind]: Registry[Kind] extends Spec ? Kind : never;
}[CommandKind];

export function mayDo(role: Role, kind: CommandKind): boolean {
  return COMMANDS[kind].roles.includes(role);
}
