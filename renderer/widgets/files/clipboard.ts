/** How a browser calls a picture that has no name because it never was a file. */
const NAMELESS = 'image.png';

/**
 * The files of a clipboard. None when it also holds text: a copied table of a spreadsheet comes with its
 * picture, and the text is what is meant. `at`: ms since 1970, for the name of a picture that has none.
 */
export function filesOf(
  data: { readonly types: readonly string[]; readonly files: Iterable<File> },
  nameAt: (at: number) => string,
  at: number,
): readonly File[] {
  if (data.types.includes('text/plain')) return [];
  return [...data.files].map((file) =>
    file.name === NAMELESS ? new File([file], `${nameAt(at)}.png`, { type: file.type }) : file,
  );
}
