import * as z from 'zod';
import { type Officer, ROLES } from '../people/roles.ts';
import { type Data, id, line, list, open, text, time } from '../schema.ts';
import { attachment } from './attachment.ts';
import { ENTRIES, entryDetail } from './entry-detail.ts';

export type EntryKind = keyof typeof ENTRIES;
export const ENTRY_KINDS = Object.keys(ENTRIES) as EntryKind[];

export const author = open({
  /** Null for the reporter, the Admin Instansi acting by import, and LAPOR! itself. */
  officerId: id.nullable(),
  name: line,
  role: z.enum([...ROLES, 'reporter', 'system']),
  agencyId: id.nullable(),
});
export type Author = Data<typeof author>;

export function authorOf(officer: Officer): Author {
  return {
    officerId: officer.id,
    name: officer.name,
    role: officer.role,
    agencyId: officer.agency?.id ?? null,
  };
}

export const timelineEntry = open({
  /** The command's id where a command caused it. */
  id,
  /** A kind of a newer service is kept as it came and shown as an event: it must not spoil the page. */
  kind: z.enum(ENTRY_KINDS).catch(({ value }) => String(value) as EntryKind),
  /** ISO instant: the central service's time; in a prediction the time of composing. */
  at: time,
  /** The complaint's revision that this entry made. */
  revision: z.int(),
  author,
  text,
  attachments: list(attachment),
  /** `public`: reporter and public see it; `agency`: only the agency and the central service. */
  visibility: z.enum(['public', 'agency']),
  /** The central service's receipt ("K-20931"); null in a prediction or where nobody sent it. */
  receipt: id.nullable(),
  /** What it says besides its text; null where the text is all. */
  detail: entryDetail.nullable(),
});
export type TimelineEntry = Data<typeof timelineEntry>;

/** Can the reporter read it as the agency's word? */
export function isAnswer({ kind }: Pick<TimelineEntry, 'kind'>): boolean {
  return ENTRIES[kind] === 'answer';
}

/** Is it the agency's own order, which a colleague need not read? */
export function isOrder({ kind }: Pick<TimelineEntry, 'kind'>): boolean {
  return ENTRIES[kind] === 'order';
}
