import { expect, test } from 'vitest';
import { isWorth, photoTypeOf, reductionOf } from './reduction.ts';

test('a photo of a telephone becomes 1,600 pixels long, upright or not', () => {
  expect(reductionOf('image/jpeg', 4_100_000, 4_032, 3_024)).toEqual({
    width: 1_600,
    height: 1_200,
    quality: 0.8,
  });
  expect(reductionOf('image/jpeg', 4_100_000, 3_024, 4_032)).toMatchObject({ width: 1_200, height: 1_600 });
});

test('a photo that is small in both ways goes as it is; one that is large in either is reduced', () => {
  expect(reductionOf('image/jpeg', 300_000, 1_600, 1_200)).toBeNull();
  expect(reductionOf('image/jpeg', 300_001, 1_600, 1_200)).toMatchObject({ width: 1_600, height: 1_200 });
  expect(reductionOf('image/webp', 100_000, 1_601, 900)).toMatchObject({ width: 1_600 });
});

test('a screenshot goes as it is, and a huge one keeps its letters; a photo saved as PNG is a photo', () => {
  expect(reductionOf('image/png', 700_000, 1_920, 1_080)).toBeNull();
  expect(reductionOf('image/png', 3_000_000, 3_840, 2_160)).toEqual({
    width: 2_560,
    height: 1_440,
    quality: 0.92,
  });
  expect(reductionOf('image/png', 5_000_000, 1_920, 1_080)).toMatchObject({ width: 1_600, quality: 0.8 });
});

test('a picture one pixel high stays one pixel high', () => {
  expect(reductionOf('image/jpeg', 400_000, 60_000, 1)).toMatchObject({ width: 1_600, height: 1 });
});

test('a picture is known by its first bytes, whatever it is called', () => {
  const head = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(
    ['\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'RIFF1234WEBPVP8 ', 'RIFF1234WAVE', 'MZ', ''].map((text) =>
      photoTypeOf(head(text)),
    ),
  ).toEqual(['image/jpeg', 'image/png', 'image/webp', null, null, null]);
});

test('a copy that saves less than a fifth is not kept', () => {
  expect([isWorth(79, 100), isWorth(81, 100)]).toEqual([true, false]);
});
