import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeSheet } from '../../test/support/excel.ts';
import { archive, workbook } from '../../test/support/workbook.ts';
import { fromSerial, isDateFormat } from './dates.ts';
import { readSheetRows, type SheetRow } from './rows.ts';
import { decodeEntities } from './xml.ts';
import { NotExcelError } from './zip.ts';

async function rowsOf(path: string): Promise<SheetRow[]> {
  const all: SheetRow[] = [];
  for await (const rows of readSheetRows(path)) all.push(...rows);
  return all;
}

describe('the cells of a sheet', () => {
  const SHARED =
    '<sst><si><t>Nol</t></si><si><r><t xml:space="preserve">Satu </t></r><r><t>&amp; dua</t></r><rPh><t>hint</t></rPh></si><si><t>_x0041__x005F_x</t></si></sst>';
  const STYLES =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\ mmm\\ yyyy"/><numFmt numFmtId="165" formatCode="&quot;Rp d&quot; #,##0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>';

  test.each([false, true])(
    'of every type are read, from the first sheet of the workbook (zip64: %s)',
    async (zip64) => {
      const path = archive(
        workbook(
          '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>bau &#129314; &#x1F4A8;</t></is></c><c r="AB3"><v>123.0</v></c></row>' +
            '<row><c t="s"><v>2</v></c><c s="1"><v>46056.3541666667</v></c><c s="2"><v>7.5</v></c><c s="3"><v>0.75</v></c><c t="b"><v>1</v></c><c t="str"><f>1+1</f><v>=1+1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-02-03T08:30:00</v></c><c/></row>' +
            '<row r="9"/>',
          { 'xl/sharedStrings.xml': SHARED, 'xl/styles.xml': STYLES },
        ),
        zip64,
      );
      const [first, second, last] = await rowsOf(path);
      expect(first).toMatchObject({ number: 3 });
      expect({ ...first?.cells }).toEqual({ 0: 'Satu & dua', 2: 'bau 🤢 💨', 27: 123 });
      expect(second).toEqual({
        number: 4,
        cells: [
          'A_x',
          { day: '2026-02-03', time: '08:30' },
          7.5,
          { day: '1899-12-30', time: '18:00' },
          true,
          '=1+1',
          '#N/A',
          { day: '2026-02-03', time: '08:30' },
        ],
      });
      expect(last).toEqual({ number: 9, cells: [] });
    },
  );

  test('texts longer than a chunk of the stream come whole, whatever letters they hold', async () => {
    const texts = Array.from({ length: 60 }, (_, i) => `${i} ${'aé🤢 <&>"\' _x0041_ '.repeat(900 + i)}`);
    const path = await makeSheet(texts.map((text) => [text, 'sama']));
    const rows = await rowsOf(path);
    // The file was made by a writer that escapes "_x0041_" only if it knows of it; what it wrote is what
    // counts.
    expect(rows.map(({ cells }) => String(cells[0]).length)).toEqual(
      rows.map((_, i) => String(texts[i]).replaceAll('_x0041_', 'A').length),
    );
    expect(rows[7]?.cells[0]).toContain('aé🤢 <&>"\' ');
  });
});

test('an archive that is no workbook, or whose sheet is not XML, is not taken for one', async () => {
  const broken = [
    archive({ 'catatan.txt': 'x' }),
    archive({ ...workbook(''), 'xl/worksheets/laporan.xml': '<worksheet><sheetData><row></sheetData>' }),
    archive({
      ...workbook(''),
      'xl/workbook.xml': '<workbook><sheets/></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships/>',
    }),
  ];
  for (const path of broken) await expect(rowsOf(path)).rejects.toBeInstanceOf(NotExcelError);

  // Its directory announces another size than the sheet has.
  const path = archive(workbook('<row><c><v>1</v></c></row>'));
  const bytes = readFileSync(path);
  const name = bytes.lastIndexOf('xl/worksheets/laporan.xml');
  bytes.writeUInt32LE(bytes.readUInt32LE(name - 22) + 5, name - 22);
  writeFileSync(path, bytes);
  await expect(rowsOf(path)).rejects.toBeInstanceOf(NotExcelError);
});

test.each([
  ['&lt;b&gt; &amp;amp; &quot;&apos;', '<b> &amp; "\''],
  ['&#128517;&#x1F922;', '😅🤢'],
  ['&nbsp; &#x110000; & &;', '&nbsp; &#x110000; & &;'],
])('the entities of %s are read', (raw, text) => {
  expect(decodeEntities(raw)).toBe(text);
});

test.each([
  [14, undefined, true],
  [0, undefined, false],
  [22, undefined, true],
  [164, 'yyyy\\-mm\\-dd', true],
  [164, '[$-421]d mmmm yyyy;@', true],
  [164, '[Red]#,##0.00', false],
  [164, '"hari" 0', false],
  [164, 'General', false],
])('the number format %i %s is a date: %s', (id, code, isDate) => {
  expect(isDateFormat(id, code)).toBe(isDate);
});

test.each([
  [46_056, false, { day: '2026-02-03', time: '00:00' }],
  [46_056.999_994, false, { day: '2026-02-04', time: '00:00' }],
  [44_594.5, true, { day: '2026-02-03', time: '12:00' }],
])('the day count %d (from 1904: %s) is a moment', (serial, from1904, moment) => {
  expect(fromSerial(serial, from1904)).toEqual(moment);
});
