import * as z from 'zod';
import { OFFICE } from '../../people/roles.ts';
import { line, list } from '../../schema.ts';
import { complaintCommand } from '../spec/spec.ts';
import { isName } from '../spec/values.ts';

/** Labels in one change. */
const MOST = 20;

/** The agency's own order: labels are added and taken away. */
export const setLabels = complaintCommand({
  payload: z.object({ add: list(line, 100), remove: list(line, 100) }),
  roles: OFFICE,
  whenClosed: true,
  entry: (labels) => ({ kind: 'labels', detail: { labels } }),
  refusal: (_, { payload: { add, remove } }) =>
    add.length + remove.length <= MOST && [...add, ...remove].every(isName) ? null : 'bad_value',
});
