import { getDocumentProxy } from 'unpdf';

export type PdfPage = {
  /** Its words in the order in which they were drawn, with single spaces. */
  readonly text: string;
  /** In points, as the two below. */
  readonly size: readonly [width: number, height: number];
  /** The heights of its letters, each once. */
  readonly letters: readonly number[];
};

export type ReadPdf = { readonly title: string; readonly pages: readonly PdfPage[] };

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const items = (await page.getTextContent()).items.filter((item) => 'str' in item);
    const text = items.map(({ str, hasEOL }) => `${str}${hasEOL ? ' ' : ''}`).join('');
    const heights = items
      .filter(({ str }) => str.trim() !== '')
      .map(({ height }) => Math.round(height * 10) / 10);
    const [, , width = 0, height = 0] = page.view;
    pages.push({
      text: text.replace(/\s+/g, ' '),
      size: [Math.round(width), Math.round(height)],
      letters: [...new Set(heights)].sort((a, b) => a - b),
    });
  }
  const { info } = await pdf.getMetadata();
  return { title: String((info as { Title?: unknown }).Title ?? ''), pages };
}
