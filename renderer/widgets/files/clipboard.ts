/** How a browser calls a picture that has no name because it never was a file. */
const NAMELESS = 'image.png';

/**
 * The files of a clipboard, with `name` for a picture that has none. None when the clipboard also holds text:
 * a copied table of a spreadsheet comes with its picture, and the text is what is meant.
 */
export function filesOf(
  { types, files }: { readonly types: readonly string[]; readonly files: Iterable<File> },
  name: string,
): readonly File[] {
  if (types.includes('text/plain')) return [];
  return [...files].map((file) =>
    file.name === NAMELESS ? new File([file], `${name}.png`, { type: file.type }) : file,
  );
}
