import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { box, exifWithPosition, isoMedia, jpeg, png } from '../testing/sample-files.ts';
import { withoutPosition } from './photo-position.ts';

/** The latitude's three fractions, as they stand in the sample. */
const latitude = (little: boolean): Buffer => exifWithPosition(little).subarray(68, 92);
const ORIENTATION = exifWithPosition(true).subarray(10, 22);

test.each([
  ['little-endian', true],
  ['big-endian', false],
])('the position goes out of a JPEG (%s), the orientation and the picture stay', (_, little) => {
  const photo = jpeg({ exif: exifWithPosition(little) });
  expect(photo.includes(latitude(little))).toBe(true);
  const clean = withoutPosition(photo, 'image/jpeg');
  expect(clean.includes(latitude(little))).toBe(false);
  expect(clean.length).toBe(photo.length);
  if (little) expect(clean.includes(ORIENTATION)).toBe(true);
  const changed = [...photo.keys()].filter((at) => photo[at] !== clean[at]);
  // Nothing outside of the GPS directory and its values.
  const exif = photo.indexOf('Exif') + 6;
  expect(Math.min(...changed)).toBeGreaterThanOrEqual(exif + 38);
  expect(Math.max(...changed)).toBeLessThan(exif + 98);
  expect(withoutPosition(clean, 'image/jpeg')).toEqual(clean);
});

test('a photo without a position is handed on untouched', () => {
  const photo = jpeg({ padding: 1_000 });
  expect(withoutPosition(photo, 'image/jpeg')).toBe(photo);
});

test('the position goes out of the XMP text too, which stays well formed', () => {
  const xmp =
    '<rdf:Description exif:GPSLatitude="3,33.5N" exif:GPSLongitude=\'98,40.1E\' tiff:Make="X"><exif:GPSAltitude>25/1</exif:GPSAltitude></rdf:Description>';
  const clean = withoutPosition(jpeg({ xmp }), 'image/jpeg').toString('latin1');
  expect(clean).toContain('exif:GPSLatitude="       "');
  expect(clean).not.toContain('98,40');
  expect(clean).not.toContain('25/1');
  expect(clean).toContain('tiff:Make="X"');
});

test('in a PNG the checksum of the changed part is right again', () => {
  const clean = withoutPosition(png([['eXIf', exifWithPosition(false)]]), 'image/png');
  expect(clean.includes(latitude(false))).toBe(false);
  const at = clean.indexOf('eXIf');
  const length = clean.readUInt32BE(at - 4);
  expect(clean.readUInt32BE(at + 4 + length)).toBe(crc32(clean.subarray(at, at + 4 + length)));
});

test('the position goes out of a HEIC, where EXIF stands among the data of the picture', () => {
  const photo = isoMedia('heic', [
    box('mdat', Buffer.concat([Buffer.from('\0\0\0\x06Exif\0\0', 'latin1'), exifWithPosition(false)])),
  ]);
  expect(withoutPosition(photo, 'image/heic').includes(latitude(false))).toBe(false);
});

test.each([
  ['a film', 'mp42', 'video/mp4'],
  ['a burst of photos', 'hevc', 'image/heic'],
] as const)('the place where %s was made goes, its other data stay', (_, brand, type) => {
  const film = isoMedia(brand, [
    box(
      'moov',
      box(
        'udta',
        Buffer.concat([
          box('\u00a9nam', Buffer.from('judul')),
          box('\u00a9xyz', Buffer.from('+03.5952+098.6722/')),
        ]),
      ),
    ),
  ]);
  const clean = withoutPosition(film, type).toString('latin1');
  expect(clean).not.toContain('+03.5952');
  expect(clean).toContain('judul');
  expect(clean.length).toBe(film.length);
});

test.each([
  ['the first directory leads nowhere', 4],
  ['the GPS directory leads nowhere', 30],
  ['a value leads nowhere', 60],
])('damaged data does no harm: %s', (_, at) => {
  const exif = exifWithPosition(true);
  exif.writeUInt32LE(0xffff_fff0, at);
  const photo = jpeg({ exif });
  expect(withoutPosition(photo, 'image/jpeg').length).toBe(photo.length);
});
