/** A name without case, spacing and punctuation: "DINAS  Perhubungan" is "Dinas Perhubungan". */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export type NewAgency = { readonly name: string; readonly laporId: string | null };

/** The id of an OPD: that of LAPOR!, or one made from its name where that is not known. */
export function agencyIdOf({ name, laporId }: NewAgency): string {
  return laporId ?? `opd-${nameKey(name).replaceAll(' ', '-')}`;
}
