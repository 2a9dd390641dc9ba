import type { Agency } from '#shared/domain/people/roles.ts';
import { addAgencies } from '../../central/store/agencies.ts';
import type { Db } from '../../central/store/database.ts';
import { giveComplaint } from '../../central/testing/give-complaint.ts';
import { SECRET_NAME } from './promises.ts';

/** An agency with the tracking ids of the complaints that it begins with. */
export type Office = Agency & { readonly trackingIds: readonly string[] };

/** Every fifth reporter is anonymous. */
const ANONYMOUS_EVERY = 5;

/** Fills an empty database with agencies and open complaints of each. */
export async function fillOffices(db: Db, count: number, complaintsEach: number): Promise<readonly Office[]> {
  const offices = Array.from({ length: count }, (_, n) => {
    const trackingIds = Array.from({ length: complaintsEach }, (_, i) =>
      String(9_500_000 + n * complaintsEach + i),
    );
    return { id: String(7_100 + n), name: `Dinas Contoh ${n + 1}`, trackingIds };
  });
  await db.transaction().execute((tx) =>
    addAgencies(
      tx,
      offices.map(({ id, name }) => ({ name, laporId: id })),
    ),
  );
  for (const { id, name, trackingIds } of offices) {
    for (const [i, trackingId] of trackingIds.entries()) {
      const anonymous = i % ANONYMOUS_EVERY === 0;
      await giveComplaint(db, {
        id: `lapor-${trackingId}`,
        trackingId,
        agency: { id, name },
        rawStatus: `Terdisposisi ke ${name}`,
        anonymous,
        reporterName: anonymous ? SECRET_NAME : 'Budi S***',
      });
    }
  }
  return offices;
}
