import { oc } from '@orpc/contract';
import * as z from 'zod';
import { writing } from './storage.ts';

export const settings = z.object({
  language: z.enum(['id', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Is the line paid for by the byte? No system tells it reliably, so the officer does. */
  metered: z.enum(['no', 'yes']),
  /** The tour of the window comes by itself until it was seen once. */
  tour: z.enum(['due', 'seen']),
});
export type Settings = z.infer<typeof settings>;

export const settingsContract = {
  get: oc.output(settings),
  set: writing.input(settings.partial()).output(settings),
};
