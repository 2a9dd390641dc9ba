import * as z from 'zod';
import { OFFICE } from '../../people/roles.ts';
import { id } from '../../schema.ts';
import { complaintCommand } from '../spec/spec.ts';

/** The agency's own order: another complaint belongs to this one. */
export const link = complaintCommand({
  payload: z.object({ trackingId: id }),
  roles: OFFICE,
  whenClosed: true,
  entry: ({ trackingId }) => ({ kind: 'link', detail: { trackingId } }),
  refusal: (complaint, { payload: { trackingId } }) => {
    if (!/^\d{1,15}$/.test(trackingId)) return 'bad_value';
    return trackingId === complaint.trackingId ? 'own_report' : null;
  },
});
