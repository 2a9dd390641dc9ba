import { nameKey } from '#shared/domain/text/name-key.ts';

export type NewAgency = { readonly name: string; readonly laporId: string | null };

/** The id of an OPD: that of LAPOR!, or one made from its name where that is not known. */
export function agencyIdOf({ name, laporId }: NewAgency): string {
  return laporId ?? `opd-${nameKey(name).replaceAll(' ', '-')}`;
}
