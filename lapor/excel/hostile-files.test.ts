import { expect, test } from 'vitest';
import { archive, workbook } from '../../test/support/workbook.ts';
import { MAX_CELL, MAX_ESCAPED_CELL, MAX_TOKEN, TooLargeError } from './limits.ts';
import { readSheetRows, type SheetRow } from './rows.ts';
import { NotExcelError } from './zip.ts';

const MIB = 1024 ** 2;
const SHEET = 'xl/worksheets/laporan.xml';
const STRINGS = 'xl/sharedStrings.xml';

async function rowsOf(path: string, most?: number): Promise<SheetRow[]> {
  const all: SheetRow[] = [];
  for await (const rows of readSheetRows(path, most)) all.push(...rows);
  return all;
}

/** What is said to be too large; anything else that comes of the file is no answer to it. */
async function tooLarge(path: string, most?: number): Promise<string | null> {
  const error: unknown = await rowsOf(path, most).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(TooLargeError);
  return error instanceof TooLargeError ? error.place : '';
}

const shared = (text: string) => ({ [STRINGS]: `<sst><si><t>${text}</t></si></sst>` });

test.each([false, true])(
  'a file that announces more than an export holds is refused before anything is unpacked (zip64: %s)',
  async (zip64) => {
    const parts = workbook('<row><c><v>1</v></c></row>', shared('x'));
    expect(await tooLarge(archive(parts, zip64, { [SHEET]: 3_000 * MIB }))).toBeNull();
    expect(await tooLarge(archive(parts, zip64, { [SHEET]: 600 * MIB, [STRINGS]: 600 * MIB }))).toBeNull();
    const ofBook = archive(parts, zip64, { 'xl/workbook.xml': 100 * MIB });
    expect(await tooLarge(ofBook)).toBe('xl/workbook.xml');
  },
);

test('a file that unpacks to more than it announces is damaged', async () => {
  const parts = workbook(`<row>${'<c><v>1</v></c>'.repeat(20_000)}</row>`);
  await expect(rowsOf(archive(parts, false, { [SHEET]: 1_000 }))).rejects.toBeInstanceOf(NotExcelError);
});

const ENDLESS = 'a'.repeat(3 * MAX_TOKEN);

test.each([
  ['a text', `<is><t>${ENDLESS}</t></is>`],
  ['a value', `<v>${ENDLESS}</v>`],
  ['a text that is not to be read as XML', `<is><t><![CDATA[${ENDLESS}]]></t></is>`],
  ['a mark', `<v x="${ENDLESS}">1</v>`],
  ['a comment', `<v><!--${ENDLESS}-->1</v>`],
])('%s without an end stops the reading, and its cell is named', async (_, content) => {
  const path = archive(
    workbook(
      `<row r="16"><c r="A16"><v>1</v></c></row><row r="17"><c r="AB17" t="inlineStr">${content}</c></row>`,
    ),
  );
  expect(await tooLarge(path)).toBe('AB17');
});

test('a text without an end in the list of all texts stops the reading', async () => {
  const path = archive(workbook('<row><c t="s"><v>0</v></c></row>', shared(ENDLESS)));
  expect(await tooLarge(path)).toBe(STRINGS);
});

test.each([
  ['in the sheet', (text: string) => [`t="inlineStr"><is><t>${text}</t></is>`, ''] as const],
  [
    'in pieces',
    (text: string) => [`t="inlineStr"><is>${`<r><t>${text}</t></r>`.repeat(9)}</is>`, ''] as const,
  ],
  ['in the list of all texts', (text: string) => ['t="s"><v>0</v>', text] as const],
])(
  'a text %s that is longer than a cell of Excel can be comes as too long, and the others as they are',
  async (_, write) => {
    const [cell, text] = write('a'.repeat(500_000));
    const path = archive(
      workbook(`<row><c ${cell}</c><c><v>2</v></c></row><row><c><v>3</v></c></row>`, shared(text)),
    );
    const [first, second] = await rowsOf(path);
    const { length } = String(first?.cells[0]);
    expect(length).toBeGreaterThan(MAX_CELL);
    expect(length).toBeLessThan(MAX_ESCAPED_CELL + 600_000);
    expect([first?.cells[1], second?.cells]).toEqual([2, [3]]);
  },
);

test('the longest text of Excel comes whole, however it is escaped', async () => {
  const path = archive(workbook(`<row><c t="s"><v>0</v></c></row>`, shared('_x000D_'.repeat(MAX_CELL))));
  expect((await rowsOf(path))[0]?.cells).toEqual(['\r'.repeat(MAX_CELL)]);
});

test('many cells that point to one long text are more than the file holds', async () => {
  const text = shared('a'.repeat(MAX_CELL));
  const cells = (count: number) => '<c t="s"><v>0</v></c>'.repeat(count);
  expect(await tooLarge(archive(workbook(`<row r="5">${cells(40)}</row>`, text)))).toBe('5:5');
  const rows = archive(workbook(`<row>${cells(2)}</row>`.repeat(20), text));
  expect(await rowsOf(rows)).toHaveLength(20);
  expect(await tooLarge(rows, 1_000_000)).toBeNull();
});

test.each([
  ['a row behind the last one', '<row r="1048577"><c><v>1</v></c></row>'],
  ['a row of no number', '<row r="x"><c><v>1</v></c></row>'],
  ['a column behind the last one', '<row><c r="XFE1"><v>1</v></c></row>'],
  ['a column of any name', '<row><c r="ZZZZZZZZ1"><v>1</v></c></row>'],
  [
    'elements within each other without an end',
    `<row><c>${'<v>'.repeat(100)}${'</v>'.repeat(100)}</c></row>`,
  ],
])('a sheet with %s is not one of Excel', async (_, rows) => {
  await expect(rowsOf(archive(workbook(rows)))).rejects.toBeInstanceOf(NotExcelError);
});

test('a workbook of very many parts is none', async () => {
  const parts = Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`bagian-${n}`, '']));
  await expect(rowsOf(archive(workbook('', parts)))).rejects.toBeInstanceOf(NotExcelError);
});

test('an honest file of 100,000 complaints with long texts is read to its end', async () => {
  const row = (n: number) =>
    `<row><c><v>${n}</v></c><c t="inlineStr"><is><t>Jalan rusak di depan pasar. ${'Sudah lama. '.repeat(40)}${n}</t></is></c></row>`;
  const path = archive(workbook(Array.from({ length: 100_000 }, (_, n) => row(n)).join('')));
  let count = 0;
  for await (const rows of readSheetRows(path)) count += rows.length;
  expect(count).toBe(100_000);
});
