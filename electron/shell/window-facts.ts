import { ipcMain } from 'electron';
import * as z from 'zod';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { TELL_CHANNEL } from './channels.ts';
import { isTrustedSender } from './origin.ts';

const schema: z.ZodType<WindowFacts> = z.strictObject({ language: z.enum(['id', 'en']) });

/** What the page has told of itself; as long as it has said nothing, it speaks Indonesian. */
export function listenToPage(): () => WindowFacts {
  let facts: WindowFacts = { language: 'id' };
  ipcMain.on(TELL_CHANNEL, (event, ...words: readonly unknown[]) => {
    const told = schema.safeParse(words[0]);
    if (isTrustedSender(event.senderFrame) && words.length === 1 && told.success) facts = told.data;
  });
  return () => facts;
}
