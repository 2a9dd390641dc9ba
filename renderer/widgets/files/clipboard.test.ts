import { expect, test } from 'vitest';
import { filesOf } from './clipboard.ts';

const nameAt = (at: number) => `tempelan ${at}`;
const names = (types: string[], ...files: string[]) =>
  filesOf({ types, files: files.map((name) => new File(['x'], name)) }, nameAt, 7).map(({ name }) => name);

test('a picture without a name is called by when it was pasted; a copied file keeps its name', () => {
  expect(names(['Files'], 'image.png', 'denah.png')).toEqual(['tempelan 7.png', 'denah.png']);
});

test('of a copied table the text is meant, not its picture', () => {
  expect(names(['text/plain', 'text/html', 'Files'], 'image.png')).toEqual([]);
});
