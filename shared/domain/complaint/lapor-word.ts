import type { Complaint } from './complaint.ts';

/** What LAPOR!'s export says of the things that an office changes too. */
export type LaporWord = {
  readonly rawStatus: string;
  readonly statusReason: string | null;
  /** The agency as the export names it: its LAPOR! id, `|`, its name. */
  readonly agencyText: string;
  /** The agency that this means; null: none that is known. */
  readonly agencyId: string | null;
};

/** What LAPOR! last said of a complaint. */
export type LaporMemory = LaporWord & { readonly complaintId: string };

/** What follows LAPOR! in a complaint. */
type Followed = Pick<Complaint, 'rawStatus' | 'statusReason' | 'dispositionedAt'> & {
  readonly agencyId: string | null;
};

/**
 * Takes over what LAPOR! says now, as far as that is another thing than it said at the last import: our own
 * status or agency may be ahead by an answer or a return that is not published there yet. `disposed`: LAPOR!
 * has given it to another agency.
 * @param at ISO instant of the import
 */
export function followLapor(
  ours: Followed,
  before: LaporWord,
  now: LaporWord,
  at: string,
): { readonly followed: Followed; readonly disposed: boolean } {
  const statusMoved = now.rawStatus !== before.rawStatus || now.statusReason !== before.statusReason;
  const { rawStatus, statusReason } = statusMoved ? now : ours;
  const agencyId = now.agencyId === before.agencyId ? ours.agencyId : now.agencyId;
  // The same words in the export, understood only now: the agency was registered later, not given the
  // complaint later.
  const disposed = agencyId !== null && agencyId !== ours.agencyId && now.agencyText !== before.agencyText;
  const dispositionedAt = disposed ? at : ours.dispositionedAt;
  return { followed: { rawStatus, statusReason, agencyId, dispositionedAt }, disposed };
}

/** Does LAPOR! say the same as before, however our own complaint stands? */
export function isSameWord(one: LaporWord, other: LaporWord): boolean {
  return (['rawStatus', 'statusReason', 'agencyText', 'agencyId'] as const).every(
    (name) => one[name] === other[name],
  );
}
