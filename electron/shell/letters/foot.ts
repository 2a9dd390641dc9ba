import type { Letter } from '#shared/contract/process/letters.ts';
import { footWords } from '#shared/i18n/letter.ts';

/**
 * What stands under each page of a PDF, as Chromium's template for it, which fills in the numbers. Paper has
 * the same from the page's own style sheet.
 */
export function footTemplate(letter: Letter): string {
  const { name, page, of } = footWords(letter);
  const numbers = `${page} <span class="pageNumber"></span> ${of} <span class="totalPages"></span>`;
  return `<div style='${STYLE}'><span>${name}</span><span>${numbers}</span></div>`;
}

/** It sees no style sheet of the page: these are the tokens `--paper-beside` and `--paper-size-small`. */
const STYLE = [
  'display: flex',
  'justify-content: space-between',
  'width: 100%',
  'margin: 0 20mm',
  'font: 8pt "Segoe UI", system-ui, "Noto Sans", sans-serif',
  'color: black',
].join('; ');
