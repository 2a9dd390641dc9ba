import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { entryRowsOf, rowOf } from '#shared/domain/complaint/row.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { demoOfficerId, generateComplaints } from '../../demo/generate.ts';
import { AGENCIES } from '../../demo/regency.ts';
import { addAgencies } from '../store/agencies.ts';
import { insertComplaints } from '../store/complaints.ts';
import type { Db } from '../store/database.ts';
import { insertEntries } from '../store/entries.ts';
import { type FeedLine, publish } from '../store/feed.ts';
import { memoryOf, rememberLapor } from '../store/lapor-memory.ts';

/** Fills an empty database with the invented regency. Null, and nothing written, when it is not empty. */
export function fillDemo(
  db: Db,
  { seed, now }: { readonly seed: number; readonly now: Date },
): Promise<{ readonly agencies: readonly Agency[]; readonly complaints: number } | null> {
  return db.transaction().execute(async (tx) => {
    const present = await tx.selectFrom('agencies').select('id').limit(1).execute();
    const stored = await tx.selectFrom('complaints').select('id').limit(1).execute();
    if (present.length + stored.length > 0) return null;

    const wanted = AGENCIES.map(({ id, name }) => ({ name, laporId: id }));
    const agencies = await addAgencies(tx, wanted);
    const officers = AGENCIES.flatMap(({ id, staff }) =>
      ([0, 1] as const).map((which) => ({
        id: demoOfficerId(id, which),
        name: staff[which],
        role: which === 0 ? ('penghubung' as const) : ('pelaksana' as const),
        agencyId: id,
        createdAt: now.toISOString(),
      })),
    );
    await tx.insertInto('officers').values(officers).execute();

    const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
    const complaints = generateComplaints({ seed, now, calendar });
    await insertComplaints(tx, complaints.map(rowOf));
    await insertEntries(tx, complaints.flatMap(entryRowsOf));
    const marks = complaints.flatMap(({ id: complaintId, readBy, agency }) =>
      readBy.map((mark) => ({ ...mark, complaintId, agencyId: agency?.id ?? '' })),
    );
    await tx.insertInto('readMarks').values(marks).execute();
    await rememberLapor(tx, complaints.map(memoryOf));
    const lines = complaints.flatMap(({ id, agency }): FeedLine[] =>
      agency === null ? [] : [{ agencyId: agency.id, kind: 'upsert', complaintId: id }],
    );
    await publish(tx, lines);
    return { agencies, complaints: complaints.length };
  });
}
