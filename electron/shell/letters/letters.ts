import { dirname, join } from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import {
  type Letter,
  letterFileName,
  type PrintOutcome,
  type SaveOutcome,
  letter as schema,
} from '#shared/contract/process/letters.ts';
import { footTemplate } from './foot.ts';
import { writeWhole } from './write-whole.ts';

/** Where the last one was put. */
let folder: string | null = null;

/** Lets the system's dialog print what the page shows. */
export async function print(contents: WebContents): Promise<PrintOutcome> {
  // Without any the dialog of some systems does not even open.
  if ((await contents.getPrintersAsync()).length === 0) return 'no_printer';
  return new Promise((resolve) => {
    contents.print({ pageSize: 'A4' }, (done, why) => {
      resolve(done ? 'printed' : /cancel/i.test(why) ? 'put_off' : 'not_taken');
    });
  });
}

/** Saves it as a PDF where the officer says; `words`: of the page. Null: they describe no letter. */
export async function savePdf(contents: WebContents, words: unknown): Promise<SaveOutcome | null> {
  const letter = schema.safeParse(words);
  if (!letter.success) return null;
  // First, so that it is what the officer saw when they asked for it.
  const bytes = await pdfOf(contents, letter.data);
  if (bytes === null) return 'not_made';
  const path = await askForPath(contents, letter.data);
  if (path === null) return 'put_off';
  folder = dirname(path);
  return writeWhole(path, bytes);
}

async function pdfOf(contents: WebContents, letter: Letter): Promise<Uint8Array | null> {
  try {
    return await contents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footTemplate(letter),
      generateTaggedPDF: true,
    });
  } catch {
    return null;
  }
}

async function askForPath(contents: WebContents, letter: Letter): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(contents);
  if (window === null) return null;
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(folder ?? app.getPath('documents'), letterFileName(letter)),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return filePath === '' ? null : filePath;
}
