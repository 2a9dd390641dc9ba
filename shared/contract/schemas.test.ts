import { expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import type { HolidayTable } from '../domain/calendar/working-days.ts';
import type { Command } from '../domain/commands/command.ts';
import type { Complaint } from '../domain/complaint/complaint.ts';
import type { DeadlineRule } from '../domain/deadlines/deadline-rules.ts';
import type { command, complaint, deadlineRule, holidayTable } from './schemas.ts';

test('what a schema lets through is what the domain means, in both directions', () => {
  expectTypeOf<z.infer<typeof complaint>>().toExtend<Complaint>();
  expectTypeOf<z.infer<typeof command>>().toExtend<Command>();
  expectTypeOf<z.infer<typeof deadlineRule>>().toExtend<DeadlineRule>();
  expectTypeOf<z.infer<typeof holidayTable>>().toExtend<HolidayTable>();
});
