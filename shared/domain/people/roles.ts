import * as z from 'zod';
import { type Data, id, line, open } from '../schema.ts';

/** The field's roles. What each may do stands with the kind of command. */
export const ROLES = ['penghubung', 'pelaksana', 'pimpinan', 'admin', 'pengawas'] as const;
export type Role = (typeof ROLES)[number];

/** Everybody who belongs to an agency. */
export const OFFICE: readonly Role[] = ['penghubung', 'pelaksana', 'pimpinan'];
/** Those who answer for what their agency says. */
export const APPROVERS: readonly Role[] = ['penghubung', 'pimpinan'];
/** Those who write to the reporter, at least as a proposal. */
export const WRITERS: readonly Role[] = ['penghubung', 'pelaksana'];

/** An agency (OPD) of the regional government, to which a complaint is dispositioned. */
export const agency = open({
  id,
  name: line,
  /** True: what the agency says to a reporter is approved by somebody who did not write it. */
  approval: z.boolean().optional(),
});
export type Agency = Data<typeof agency>;

/** An officer of the same agency, as the others know them. */
export const colleague = open({ id, name: line, role: z.enum(ROLES) });
export type Colleague = Data<typeof colleague>;

/** A person who signs in. `admin` and `pengawas` belong to no agency. */
export const officer = open({ id, name: line, role: z.enum(ROLES), agency: agency.nullable() });
export type Officer = Data<typeof officer>;
