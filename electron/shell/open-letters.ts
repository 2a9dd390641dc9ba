import { ipcMain } from 'electron';
import type { PrintOutcome, SaveOutcome } from '#shared/contract/process/letters.ts';
import { PRINT_CHANNEL, SAVE_PDF_CHANNEL } from './channels.ts';
import { isTrustedSender } from './origin.ts';

/** Prints what the page shows, or saves it as a PDF. How, is loaded when it is asked for the first time. */
export function openLetters(): void {
  ipcMain.handle(PRINT_CHANNEL, async (event, ...words: readonly unknown[]): Promise<PrintOutcome | null> => {
    if (!isTrustedSender(event.senderFrame) || words.length > 0) return null;
    return (await import('./letters/letters.ts')).print(event.sender);
  });
  ipcMain.handle(
    SAVE_PDF_CHANNEL,
    async (event, ...words: readonly unknown[]): Promise<SaveOutcome | null> => {
      if (!isTrustedSender(event.senderFrame) || words.length !== 1) return null;
      return (await import('./letters/letters.ts')).savePdf(event.sender, words[0]);
    },
  );
}
