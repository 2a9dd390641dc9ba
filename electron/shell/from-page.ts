import { type IpcMainEvent, ipcMain, type WebContents } from 'electron';
import type * as z from 'zod';
import { isTrustedSender } from './origin.ts';

/** What the page says on a channel: of its top frame alone, and in words that fit the schema. */
export function hearPage<Words extends readonly unknown[]>(
  channel: string,
  schema: z.ZodType<Words>,
  hear: (page: WebContents, ...words: Words) => void,
): void {
  ipcMain.on(channel, (event, ...said: readonly unknown[]) => {
    const words = wordsOf(event, said, schema);
    if (words !== null) hear(event.sender, ...words);
  });
}

/** The same where it waits for an answer. Everybody else, and other words, get the `refusal`. */
export function answerPage<Words extends readonly unknown[], Answer>(
  channel: string,
  schema: z.ZodType<Words>,
  refusal: Answer,
  answer: (page: WebContents, ...words: Words) => Promise<Answer>,
): void {
  ipcMain.handle(channel, async (event, ...said: readonly unknown[]): Promise<Answer> => {
    const words = wordsOf(event, said, schema);
    return words === null ? refusal : await answer(event.sender, ...words);
  });
}

function wordsOf<Words>(
  { senderFrame }: Pick<IpcMainEvent, 'senderFrame'>,
  said: readonly unknown[],
  schema: z.ZodType<Words>,
): Words | null {
  return isTrustedSender(senderFrame) ? (schema.safeParse(said).data ?? null) : null;
}
