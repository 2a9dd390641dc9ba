import { RECORDED_PREFIX } from '#shared/domain/complaint/recorded.ts';
import type { Db } from './database.ts';

/** A complaint that an office recorded and that no agency has: the Admin Instansi says who answers it. */
export type UndisposedComplaint = {
  readonly number: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly title: string;
};

/** The oldest first. */
export function listUndisposed(db: Db): Promise<UndisposedComplaint[]> {
  return db
    .selectFrom('complaints')
    .select(['trackingId as number', 'receivedAt', 'channel', 'title'])
    .where('agencyId', 'is', null)
    .where('id', 'like', `${RECORDED_PREFIX}%`)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute();
}
