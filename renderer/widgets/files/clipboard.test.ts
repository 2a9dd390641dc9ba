import { expect, test } from 'vitest';
import { filesOf } from './clipboard.ts';

const names = (types: string[], ...files: string[]) =>
  filesOf({ types, files: files.map((name) => new File(['x'], name)) }, 'tempelan 7').map(({ name }) => name);

test('a pasted picture without a name gets one; a copied file keeps its own', () => {
  expect(names(['Files'], 'image.png', 'denah.png')).toEqual(['tempelan 7.png', 'denah.png']);
});

test('a copied table is pasted as its text, not as its picture', () => {
  expect(names(['text/plain', 'text/html', 'Files'], 'image.png')).toEqual([]);
});
