/** A name without case, spacing and punctuation: "DINAS  Perhubungan" is "Dinas Perhubungan". */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
