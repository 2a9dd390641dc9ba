import type { Letter, PrintOutcome, SaveOutcome } from '#shared/contract/process/letters.ts';

/** Prints what the page shows for paper. Null: the browser does it, and tells nobody what became of it. */
export async function printPage(): Promise<PrintOutcome | null> {
  await whole();
  if (window.penghubung !== undefined) return window.penghubung.print();
  window.print();
  return null;
}

/** Saves the same as a PDF; null: only the window of the desktop program can. */
export async function savePage(letter: Letter): Promise<SaveOutcome | null> {
  await whole();
  return (await window.penghubung?.savePdf(letter)) ?? null;
}

/** Its pictures are drawn. */
async function whole(): Promise<void> {
  const pictures = document.querySelectorAll<HTMLImageElement>('[data-printed] img');
  await Promise.all([...pictures].map((picture) => picture.decode().catch(() => {})));
}
