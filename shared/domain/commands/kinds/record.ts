import * as z from 'zod';
import { isRecordedId, newRecorded, problemOfRecorded, recorded } from '../../complaint/recorded.ts';
import { recordedAs } from '../../complaint/recorded-complaint.ts';
import { WRITERS } from '../../people/roles.ts';
import { text } from '../../schema.ts';
import { writtenCommand } from '../spec/spec.ts';

/** A complaint that came on another way than LAPOR!; it is new, under an id made by the officer's PC. */
export const record = writtenCommand({
  payload: z.object({ report: recorded, text }),
  roles: WRITERS,
  needsWords: true,
  creates: true,
  entry: ({ report: { reporter, source } }) => ({
    kind: 'record',
    // Its words are the complaint's own.
    text: '',
    detail: { recorded: { reporter, source } },
  }),
  effect: (next, { payload }, context) => ({
    ...recordedAs(next, payload.report, payload.text, context),
    readBy: [{ officerId: context.officer.id, revision: next.revision }],
  }),
  refusal: (complaint, { payload, composedAt }) => {
    const isNew = complaint.revision === 0 && isRecordedId(complaint.id);
    return isNew && problemOfRecorded(payload.report, composedAt) === null ? null : 'bad_value';
  },
  draft: { report: newRecorded('') },
});
