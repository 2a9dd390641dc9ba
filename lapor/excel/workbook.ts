import { posix } from 'node:path';
import { isDateFormat } from './dates.ts';
import { MAX_SMALL_PART, TooLargeError } from './limits.ts';
import { readXml, type XmlHandlers } from './xml.ts';
import { NotExcelError, type ZipFile } from './zip.ts';

export type Workbook = Awaited<ReturnType<typeof readWorkbook>>;

/** Finds the first sheet and what is needed to read its cells. @throws NotExcelError */
export async function readWorkbook(zip: ZipFile) {
  const main =
    (await relations(zip, '')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const parts = await relations(zip, main);
  let firstSheet: string | undefined;
  let from1904 = false;
  await read(zip, main, {
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name === 'sheet') firstSheet ??= attribute('r:id') ?? attribute('id');
    },
  });
  const sheet = parts.find(({ id }) => id === firstSheet) ?? parts.find(({ type }) => type === 'worksheet');
  if (sheet === undefined) throw new NotExcelError('the workbook has no sheet');
  const pathOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.target;
  const styles = pathOf('styles');
  const strings = pathOf('sharedStrings');
  return {
    /** Its path in the archive. */
    sheet: sheet.target,
    sharedStrings: strings !== undefined && zip.has(strings) ? strings : null,
    /** Is a cell of this style a date? */
    isDateStyle: styles !== undefined && zip.has(styles) ? await dateStyles(zip, styles) : () => false,
    from1904,
  };
}

/** What a part of the workbook points to; paths from the root of the archive. */
async function relations(zip: ZipFile, part: string) {
  const found: { readonly id: string; readonly type: string; readonly target: string }[] = [];
  const path = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  await read(zip, path, {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const type = attribute('Type') ?? '';
      const target = attribute('Target') ?? '';
      found.push({
        id: attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: posix.resolve('/', posix.dirname(part), target).slice(1),
      });
    },
  });
  return found;
}

async function dateStyles(zip: ZipFile, path: string): Promise<(style: number) => boolean> {
  const codes = new Map<number, string>();
  const isDate: boolean[] = [];
  let inCellFormats = false;
  await read(zip, path, {
    open: (name, attribute) => {
      const id = Number(attribute('numFmtId'));
      if (name === 'numFmt') codes.set(id, attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) isDate.push(isDateFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return (style) => isDate[style] ?? false;
}

async function read(zip: ZipFile, path: string, handlers: Partial<XmlHandlers>): Promise<void> {
  const { open = () => undefined, close = () => undefined, text = () => undefined } = handlers;
  if (zip.sizeOf(path) > MAX_SMALL_PART) throw new TooLargeError(path);
  for await (const _ of readXml(await zip.stream(path), { open, close, text }, () => path));
}
