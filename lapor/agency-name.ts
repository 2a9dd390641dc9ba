import { nameKey } from '#shared/domain/text/name-key.ts';

/** An agency as LAPOR! names it. */
export type NewAgency = { readonly name: string; readonly laporId: string | null };

/** The id of an agency: that of LAPOR!, or one made from its name where that is not known. */
export function agencyIdOf({ name, laporId }: NewAgency): string {
  return laporId ?? `opd-${nameKey(name).replaceAll(' ', '-')}`;
}

/** How an export names the agency of a complaint, in one text: what is remembered of it. */
export function agencyTextOf({ name, laporId }: NewAgency): string {
  return `${laporId ?? ''}|${name}`;
}

/** The agency of such a text. */
export function agencyOfText(agencyText: string): NewAgency {
  const [laporId = '', ...name] = agencyText.split('|');
  return { laporId: laporId || null, name: name.join('|') };
}
