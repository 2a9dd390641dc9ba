import { oc } from '@orpc/contract';
import * as z from 'zod';
import { holidayTable } from '../../domain/calendar/working-days.ts';
import { deadlineRule } from '../../domain/deadlines/deadline-rules.ts';
import { agency, colleague } from '../../domain/people/roles.ts';
import { day, list } from '../../domain/schema.ts';

export const referenceContract = {
  get: oc.output(
    z.object({
      holidays: holidayTable,
      rules: list(deadlineRule),
      agencies: list(agency),
      /** The officers of the own agency. */
      colleagues: list(colleague),
      today: day,
    }),
  ),
};
