import * as z from 'zod';
import { holidayTable } from '../domain/calendar/working-days.ts';
import { officeTemplate } from '../domain/commands/spec/office-templates.ts';
import { REFUSAL_CODES } from '../domain/commands/spec/refusal-codes.ts';
import { deadlineRule } from '../domain/deadlines/deadline-rules.ts';
import { agency, colleague } from '../domain/people/roles.ts';
import { id, line, list, open } from '../domain/schema.ts';

/** Names one thing by its id. */
export const byId = z.object({ id });
/** False: it could not be done, because it is no longer there. */
export const done = z.object({ ok: z.boolean() });
/** A complaint as lists name it. */
export const named = z.object({ id, trackingId: id, title: line });
export type Named = z.infer<typeof named>;

/** A later service may have reasons that this version does not know: the text is kept all the same. */
export const refusalCode = z.enum(REFUSAL_CODES).catch('other');

/** Data that every office needs and the central service keeps: replaced whole, by name. */
export const reference = z.discriminatedUnion('name', [
  open({ name: z.literal('holidays'), value: holidayTable }),
  open({ name: z.literal('rules'), value: list(deadlineRule) }),
  open({ name: z.literal('agencies'), value: list(agency) }),
  /** The officers of the agency whose feed it is. */
  open({ name: z.literal('colleagues'), value: list(colleague) }),
  /** The templates of the agency whose feed it is, and those of every agency. */
  open({ name: z.literal('templates'), value: list(officeTemplate) }),
]);
export type Reference = z.infer<typeof reference>;
