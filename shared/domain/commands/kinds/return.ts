import * as z from 'zod';
import { RAW_STATUS } from '../../complaint/status.ts';
import { line, text } from '../../schema.ts';
import { writtenCommand } from '../spec/spec.ts';

/** Bukan Wewenang: back to the Admin Instansi with the reason. */
export const giveBack = writtenCommand({
  payload: z.object({ reason: text, suggestedAgency: line.nullable() }),
  roles: ['penghubung'],
  needsWords: true,
  entry: () => ({ kind: 'return' }),
  effect: (next) => ({
    ...next,
    agency: null,
    rawStatus: RAW_STATUS.verified,
    returns: next.returns + 1,
  }),
  draft: { suggestedAgency: null },
});
