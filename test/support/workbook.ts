import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { temporaryFolder } from './temporary.ts';

/**
 * An archive written by hand: `stored` without packing, and with or without zip64 fields.
 * @param announced sizes that its directory gives instead of the true ones
 * @returns the path of a new temporary file
 */
export function archive(
  files: Readonly<Record<string, string>>,
  zip64 = false,
  announced: Readonly<Record<string, number>> = {},
): string {
  const path = join(temporaryFolder(), 'x.xlsx');
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const stored = name.includes('.rels');
    const packed = stored ? bytes : deflateRawSync(bytes);
    const size = announced[name] ?? bytes.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    const extra = Buffer.alloc(zip64 ? 28 : 0);
    if (zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const [i, value] of [size, packed.length, offset].entries())
        extra.writeBigUInt64LE(BigInt(value), 4 + i * 8);
    }
    for (const [at, value] of [
      [20, packed.length],
      [24, size],
      [42, offset],
    ] as const)
      entry.writeUInt32LE(zip64 ? 0xffffffff : value, at);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    locals.push(local, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name), extra);
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  writeFileSync(path, Buffer.concat([...locals, directory, end]));
  return path;
}

/** The parts of a workbook with this first sheet. */
export function workbook(
  sheetData: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="Laporan" r:id="r2"/><sheet name="Lain" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/lain.xml"/><Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/laporan.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/><Relationship Id="r4" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    'xl/worksheets/lain.xml': '<worksheet><sheetData><row><c><v>0</v></c></row></sheetData></worksheet>',
    'xl/worksheets/laporan.xml': `<x:worksheet xmlns:x="y"><x:sheetData>${sheetData.replaceAll(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
    ...more,
  };
}
