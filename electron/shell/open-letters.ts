import * as z from 'zod';
import type { PrintOutcome, SaveOutcome } from '#shared/contract/process/letters.ts';
import { PRINT_CHANNEL, SAVE_PDF_CHANNEL } from './channels.ts';
import { answerPage } from './from-page.ts';

/** Prints what the page shows, or saves it as a PDF. How, is loaded when it is asked for the first time. */
export function openLetters(): void {
  answerPage<[], PrintOutcome | null>(PRINT_CHANNEL, z.tuple([]), null, async (page) =>
    (await import('./letters/letters.ts')).print(page),
  );
  answerPage<[unknown], SaveOutcome | null>(
    SAVE_PDF_CHANNEL,
    z.tuple([z.unknown()]),
    null,
    async (page, letter) => (await import('./letters/letters.ts')).savePdf(page, letter),
  );
}
