import type { CommandKind } from './command.ts';

/** The field's roles; what each may do is in domain terms, not in screens. */
export const ROLES = ['penghubung', 'pelaksana', 'pimpinan', 'admin', 'pengawas'] as const;
export type Role = (typeof ROLES)[number];

/** An OPD: the agency of the regional government that a report is dispositioned to. */
export type Agency = { readonly id: string; readonly name: string };

/** A person who signs in. `admin` and `pengawas` belong to no OPD. */
export type Officer = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: Agency | null;
};

const ALLOWED: Readonly<Record<CommandKind, readonly Role[]>> = {
  follow_up: ['penghubung'],
  internal_note: ['penghubung', 'pelaksana', 'pimpinan'],
  return: ['penghubung'],
  mark_read: ['penghubung', 'pelaksana', 'pimpinan'],
};

export function mayDo(role: Role, kind: CommandKind): boolean {
  return ALLOWED[kind].includes(role);
}
