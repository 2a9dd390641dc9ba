import type { CommandKind } from '../commands/command.ts';

/** The field's roles; what each may do is in domain terms, not in screens. */
export const ROLES = ['penghubung', 'pelaksana', 'pimpinan', 'admin', 'pengawas'] as const;
export type Role = (typeof ROLES)[number];

/** An OPD: the agency of the regional government that a report is dispositioned to. */
export type Agency = {
  readonly id: string;
  readonly name: string;
  /** True: what the OPD says to a reporter is approved by somebody who did not write it. */
  readonly approval?: boolean | undefined;
};

/** An officer of the same OPD, as the others know them. */
export type Colleague = { readonly id: string; readonly name: string; readonly role: Role };

/** A person who signs in. `admin` and `pengawas` belong to no OPD. */
export type Officer = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: Agency | null;
};

const PENGHUBUNG: readonly Role[] = ['penghubung'];
const OFFICE: readonly Role[] = ['penghubung', 'pelaksana', 'pimpinan'];
const APPROVERS: readonly Role[] = ['penghubung', 'pimpinan'];

const ALLOWED: Readonly<Record<CommandKind, readonly Role[]>> = {
  follow_up: PENGHUBUNG,
  ask_reporter: PENGHUBUNG,
  internal_note: OFFICE,
  forward: PENGHUBUNG,
  take_back: PENGHUBUNG,
  return: PENGHUBUNG,
  postpone: PENGHUBUNG,
  finish: PENGHUBUNG,
  propose_archive: PENGHUBUNG,
  set_priority: APPROVERS,
  set_labels: OFFICE,
  plan: OFFICE,
  snooze: OFFICE,
  link: OFFICE,
  propose: ['penghubung', 'pelaksana'],
  approve: APPROVERS,
  send_back: APPROVERS,
  publish: PENGHUBUNG,
  mark_read: OFFICE,
  record: ['penghubung', 'pelaksana'],
  share_template: APPROVERS,
  withdraw_template: APPROVERS,
};

export function mayDo(role: Role, kind: CommandKind): boolean {
  return ALLOWED[kind].includes(role);
}
