import type { CommandResult } from '#shared/contract/central/central.ts';
import { findResult } from '../store/commands.ts';
import type { Db } from '../store/database.ts';
import { endEpoch, readServiceRow, type ServiceRow } from '../store/service-row.ts';
import { isSame, signatureOf } from './signature.ts';

/** An answer to a command with what its client can show of it later. */
export function withProof(service: ServiceRow, result: CommandResult): CommandResult {
  return result.outcome === 'accepted' ? { ...result, proof: proofOf(service, result.id) } : result;
}

function proofOf({ epoch, cursorKey }: ServiceRow, commandId: string): string {
  return `${commandId}.${epoch}.${signatureOf(cursorKey, ['accepted', epoch, commandId])}`;
}

/** Proofs that are remembered as good: far more than there are PCs. */
const MOST_REMEMBERED = 10_000;

export type LossWatch = ReturnType<typeof openLossWatch>;

/**
 * A client shows that a command of its own was accepted in an epoch. Where the command is not known, or the
 * epoch, the database was put back to an older copy, and a new epoch begins. The key of the signature is in
 * the database, and an older copy has the same one: nobody can invent a loss. A proof of an epoch that is
 * known to have ended shows nothing: nobody can show the same loss twice.
 */
export function openLossWatch(db: Db, now: () => Date, onLoss: () => void) {
  let good: Set<string> = new Set();
  return {
    /** A PC shows the same proof with every request: one that was looked at costs nothing. */
    shown: async (proof: string | undefined): Promise<void> => {
      if (proof === undefined || good.has(proof)) return;
      const known = good;
      const service = await readServiceRow(db);
      const [commandId = '', epoch = ''] = proof.split('.');
      if (!isSame(proof, proofOf({ ...service, epoch }, commandId))) return;
      const isLost = epoch !== service.epoch || (await findResult(db, commandId)) === null;
      if (isLost && (await endEpoch(db, epoch, now()))) onLoss();
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.add(proof);
    },
    /** The database was away: behind the same address there may be an older one now. */
    forget: (): void => {
      good = new Set();
    },
  };
}
