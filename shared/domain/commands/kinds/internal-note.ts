import * as z from 'zod';
import { OFFICE } from '../../people/roles.ts';
import { id, list, text } from '../../schema.ts';
import { writtenCommand } from '../spec/spec.ts';

/** A note for the agency alone; `mentions` are the ids of the officers it is meant for. */
export const internalNote = writtenCommand({
  payload: z.object({ text, mentions: list(id, 50).optional() }),
  roles: OFFICE,
  needsWords: true,
  whenClosed: true,
  entry: ({ mentions = [] }) => ({
    kind: 'internal_note',
    ...(mentions.length === 0 ? {} : { detail: { mentions } }),
  }),
  draft: {},
});
