import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import { type Central, startCentral } from '../../central/http/service.ts';
import { runImport } from '../../central/import/run-import.ts';
import { createCode } from '../../central/store/accounts.ts';
import { addAgencies } from '../../central/store/agencies.ts';
import { readComplaints, readRows, updateComplaints } from '../../central/store/complaints.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { insertEntries } from '../../central/store/entries.ts';
import { publish } from '../../central/store/feed.ts';
import { beginEpoch } from '../../central/store/service-row.ts';
import { templatesOf } from '../../central/store/templates.ts';
import { somebodyWaits } from '../../central/testing/database-activity.ts';
import { giveComplaint } from '../../central/testing/give-complaint.ts';
import { exportRow, makeExport } from '../support/excel.ts';
import type { Breakage } from './breakages.ts';
import { endConnections, forgetLastAnswer, namedConnections, whileFeedsAreHeld } from './central-killed.ts';
import { FILLER, fill } from './fill.ts';
import { openShelf } from './shelf.ts';
import { COMPLAINTS } from './troubles.ts';

export const AGENCIES: readonly [Agency, Agency] = [
  { id: '4006', name: 'Dinas Perhubungan' },
  { id: '4003', name: 'Dinas Kesehatan' },
];
const STATUSES = ['Terverifikasi', 'Ditanggapi oleh Pelapor', 'Ditutup oleh Admin', 'Ditunda'] as const;

export const agencyOf = (n: number): Agency => (n % 2 === 0 ? AGENCIES[0] : AGENCIES[1]);
/** Most complaints stand with the first agency, which has two officers. */
const firstAgencyOf = (complaint: number): Agency => (complaint < 5 ? AGENCIES[0] : AGENCIES[1]);
export const trackingIdOf = (complaint: number): string => String(9_400_000 + complaint);
export const complaintIdOf = (complaint: number): string => `lapor-${trackingIdOf(complaint)}`;

export type Entry = {
  readonly id: string;
  readonly text: string;
  readonly receipt: string | null;
  /** The receipt that an office gave it before it joined. */
  readonly officeReceipt: string | null;
  /** SHA-256 of its files, in their order. */
  readonly files: readonly string[];
};
/** A whole file: the SHA-256 under which it is kept, that of its bytes, and the agency that has it. */
export type HeldFile = { readonly sha256: string; readonly bytes: string; readonly agencyId: string };
export type Result = {
  readonly id: string;
  readonly outcome: 'accepted' | 'refused';
  readonly receipt: string | null;
};

/** So long nobody reaches a central service that is restored. */
export const OUTAGE_MS = 1_800_000;

/** The real central service over a real PostgreSQL, with what the plan does there besides the officers. */
export type Centre = {
  /** Most of its complaints are only there to be many. */
  readonly large: boolean;
  /** Another one after each kill. */
  readonly address: () => string;
  /** Kills its process while it decides on what `ask` sends, if it decides, and starts it again. */
  readonly killed: (ask: () => Promise<unknown>) => Promise<void>;
  /** Begins a seed: two agencies, their complaints, nothing else. */
  readonly reset: (now: () => number, breakage: Breakage | undefined) => Promise<void>;
  /** `joining`: for an office that hands over what it did alone. */
  readonly code: (office: Agency, joining: boolean) => Promise<string>;
  /** An export of LAPOR! with this one complaint; the path of the file. */
  readonly exported: (complaint: number, status: number, agency: number) => Promise<string>;
  readonly imported: (complaint: number, status: number, agency: number) => Promise<void>;
  /**
   * Two writers in the feed of an agency; the first commits after `between`, and after the second if it may.
   */
  readonly overlap: (complaints: readonly [number, number], between: () => Promise<void>) => Promise<void>;
  readonly backup: () => Promise<void>;
  /** `said`: the administrator tells so; else it is to be noticed. */
  readonly restoreBackup: (said: boolean) => Promise<void>;
  /**
   * What offices brought when they joined, by the ids of the commands, and a restore took back: they do not
   * send it again.
   */
  readonly takenBack: () => ReadonlyMap<string, string>;
  /** What the feed brought before is not what it would bring now: only comparing tells. */
  readonly wasRestoredUnsaid: () => boolean;
  readonly newEpoch: () => Promise<void>;
  readonly complaintsOf: (office: Agency) => Promise<ReadonlyMap<string, Complaint>>;
  /** What an agency must know beside its complaints; but not who works there: that is never put back. */
  readonly referenceOf: (office: Agency) => Promise<Readonly<Record<string, unknown>>>;
  /** What officers wrote; an import quotes the reason of a postponement that it ends. */
  readonly entries: () => Promise<readonly Entry[]>;
  readonly files: () => Promise<readonly HeldFile[]>;
  readonly results: () => Promise<readonly Result[]>;
  /** Of all that were ever given in this seed, also in a history that is lost. */
  readonly receiptsGivenTwice: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Outlive a restored backup: in an office those who work keep working, and only history goes back. */
const NOT_HISTORY: readonly string[] = [
  'agencies',
  'officers',
  'tokens',
  'enrolment_codes',
  'reference_data',
];

/** @param databaseUrl an empty database. @param exportFolder where the exports are written */
export async function openCentre(databaseUrl: string, exportFolder: string, large: boolean): Promise<Centre> {
  let now = (): number => 0;
  let lockBroken = false;
  let broken: Breakage | undefined;
  let restoredUnsaid = false;
  const start = (): Promise<Central> =>
    startCentral({
      databaseUrl: namedConnections(databaseUrl),
      host: '127.0.0.1',
      port: 0,
      log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
      now: () => new Date(now()),
    });
  let service = await start();
  const { db, close } = openDatabase(databaseUrl);
  const begun = await openShelf(db, 'begun', () => true);
  const kept = await openShelf(db, 'kept', (table) => !NOT_HISTORY.includes(table));
  let known = false;

  const firstComplaints = async (): Promise<void> => {
    await db.transaction().execute((tx) =>
      addAgencies(
        tx,
        AGENCIES.map(({ id, name }) => ({ name, laporId: id })),
      ),
    );
    for (let n = 0; n < COMPLAINTS; n++) {
      const agency = firstAgencyOf(n);
      const rawStatus = `Terdisposisi ke ${agency.name}`;
      await giveComplaint(db, { id: complaintIdOf(n), trackingId: trackingIdOf(n), agency, rawStatus });
    }
    if (large) {
      const [arsip] = await db
        .transaction()
        .execute((tx) => addAgencies(tx, [{ name: 'Dinas Arsip', laporId: null }]));
      await fill(db, { ours: AGENCIES[0].id, others: arsip?.id ?? '' }, now());
    }
    await begun.keep();
    known = true;
  };
  const results = () => db.selectFrom('commandResults').select(['id', 'outcome', 'receipt']).execute();
  /** The commands that each receipt was ever given to. */
  const given = new Map<string, Set<string>>();
  const noteReceipts = async (): Promise<void> => {
    for (const { id, receipt } of await results())
      if (receipt !== null) given.set(receipt, (given.get(receipt) ?? new Set()).add(id));
  };

  const takenBack = new Map<string, string>();
  const brought = async (): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await sql<{ id: string; text: string }>`
      select timeline_entries.id, concat(text, original_text) as text
      from timeline_entries join complaints on complaints.id = complaint_id where detail->>'officeReceipt' is not null
      union all select id::text, brought::text from waiting_commands`.execute(db);
    return new Map(rows.map(({ id, text }) => [id, text]));
  };
  const exported = async (complaint: number, status: number, agency: number): Promise<string> => {
    const office = agencyOf(agency);
    const path = join(exportFolder, `ekspor-${complaint}-${status}-${agency}.xlsx`);
    if (!existsSync(path)) {
      const row = exportRow({
        'Tracking ID': trackingIdOf(complaint),
        'Status Laporan': STATUSES[status] ?? STATUSES[0],
        'ID Instansi Terdisposisi': office.id,
        'Instansi Terdisposisi': office.name,
      });
      await makeExport([row], { path });
    }
    return path;
  };

  return {
    large,
    address: () => service.address,
    killed: async (ask) => {
      await whileFeedsAreHeld(db, ask, () => endConnections(db));
      await service.close();
      service = await start();
      if (broken === 'central_forgets') await forgetLastAnswer(db);
    },
    reset: async (clock, breakage) => {
      now = clock;
      given.clear();
      takenBack.clear();
      restoredUnsaid = false;
      if (lockBroken) await mendFeedLock(db);
      await sql`drop trigger if exists kept_mark on feed_items`.execute(db);
      if (known) await begun.bringBack();
      else await firstComplaints();
      // A history of its own: the service keeps what it has read of the last one.
      await sql`update service set epoch = gen_random_uuid()::text, receipts_from = 20001, receipts_since = ${new Date(now())}`.execute(
        db,
      );
      lockBroken = breakage === 'feed_lock';
      if (breakage === 'marks_kept') await keepMarks(db);
      broken = breakage;
      if (lockBroken) await looseFeedNumbers(db);
      else await kept.keep();
    },
    code: (agency, joining) =>
      createCode(db, { agency, role: 'penghubung', name: null, joining }, new Date(now())),
    exported,
    imported: async (complaint, status, agency) => {
      const path = await exported(complaint, status, agency);
      const options = { path, apply: true, skipRejected: false, createAgencies: false };
      const { applied } = await runImport(db, { ...options, now: new Date(now()) });
      if (!applied) throw new Error('the import was not taken');
    },
    overlap: async (complaints, between) => {
      const held = Promise.withResolvers<void>();
      const wrote = Promise.withResolvers<void>();
      const slow = change(db, complaints[0], now(), async () => {
        wrote.resolve();
        await held.promise;
      });
      await Promise.race([wrote.promise, slow]);
      let done = false;
      const quick = change(db, complaints[1], now(), () => Promise.resolve()).finally(() => {
        done = true;
      });
      while (!done && !(await somebodyWaits(db)));
      await between();
      held.resolve();
      await Promise.all([slow, quick]);
    },
    backup: async () => {
      if (!lockBroken) await kept.keep();
    },
    restoreBackup: async (said) => {
      if (lockBroken) return;
      await noteReceipts();
      const before = await brought();
      await endConnections(db);
      await service.close();
      await kept.bringBack();
      const after = await brought();
      for (const [id, text] of before) if (!after.has(id)) takenBack.set(id, text);
      service = await start();
      restoredUnsaid ||= !said;
      if (said) await beginEpoch(db, new Date(now()));
      if (broken === 'receipts_again') await kept.bringBackReceipts();
    },
    takenBack: () => takenBack,
    wasRestoredUnsaid: () => restoredUnsaid,
    newEpoch: () => beginEpoch(db, new Date(now())),
    referenceOf: async ({ id }) => {
      const rows = await db
        .selectFrom('referenceData')
        .selectAll()
        .where('name', 'in', ['holidays', 'rules', 'agencies'])
        .execute();
      const same = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
      return { ...same, templates: await templatesOf(db, id) };
    },
    complaintsOf: (office) =>
      db.transaction().execute(async (tx) => {
        const rows = await tx
          .selectFrom('complaints')
          .select('id')
          .where('agencyId', '=', office.id)
          .where('id', 'not like', FILLER)
          .execute();
        return readComplaints(
          tx,
          rows.map(({ id }) => id),
          office.id,
        );
      }),
    entries: async () => {
      const { rows } = await sql<Entry>`
        select timeline_entries.id, receipt, detail->>'officeReceipt' as office_receipt, array(
          select sha256 from entry_attachments join attachments on attachments.id = attachment_id
          where entry_id = timeline_entries.id order by entry_attachments.position
        ) as files, case kind when 'record' then original_text else text end as text
        from timeline_entries join complaints on complaints.id = complaint_id where author_officer_id is not null`.execute(
        db,
      );
      return rows;
    },
    files: async () => {
      const { rows } = await sql<HeldFile>`
        select sha256, agency_id,
          encode(sha256(string_agg(bytes, ''::bytea order by first_byte)), 'hex') as bytes
        from attachments join attachment_chunks on attachment_chunks.attachment_id = attachments.id
        where state = 'whole' group by attachments.id`.execute(db);
      return rows;
    },
    results,
    receiptsGivenTwice: async () => {
      await noteReceipts();
      return [...given].filter(([, ids]) => ids.size > 1).map(([receipt]) => receipt);
    },
    close: async () => {
      if (lockBroken) await mendFeedLock(db);
      await close();
      await service.close();
    },
  };
}

/** A change by an import, written as the importer does; `last` runs before the commit. */
async function change(db: Db, complaint: number, at: number, last: () => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = (await readRows(tx, [trackingIdOf(complaint)], 'forUpdate')).get(trackingIdOf(complaint));
    if (row === undefined || row.agencyId === null) return;
    const revision = row.revision + 1;
    await updateComplaints(tx, [{ ...row, revision, title: `${row.title.split(' #')[0]} #${revision}` }]);
    await insertEntries(tx, [
      {
        complaintId: row.id,
        id: v7(),
        kind: 'import_change',
        at: new Date(at).toISOString(),
        revision,
        author: { officerId: null, name: 'Impor LAPOR!', role: 'admin', agencyId: null },
        text: `Perubahan ${revision}`,
        attachments: [],
        visibility: 'agency',
        receipt: null,
        detail: null,
      },
    ]);
    await publish(tx, [{ agencyId: row.agencyId, kind: 'upsert', complaintId: row.id }]);
    await last();
  });
}

/** Breaks the feed on purpose: what is written anew keeps its mark. */
async function keepMarks(db: Db): Promise<void> {
  await sql`
    create or replace function keep_mark() returns trigger language plpgsql as $$
    begin
      new.mark := old.mark;
      return new;
    end $$;
    create trigger kept_mark before update on feed_items for each row execute function keep_mark()`.execute(
    db,
  );
}

/** Breaks the feed on purpose: its numbers come from a sequence, which nobody waits for. */
async function looseFeedNumbers(db: Db): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select max(seq) as seq from feeds`.execute(db);
  await sql`
    create sequence loose start ${sql.lit((rows[0]?.seq ?? 0) + 1)};
    alter table feeds rename to locked_feeds;
    create view feeds as select agency_id, (select last_value from loose) as seq from locked_feeds;
    create function loose_number() returns trigger language plpgsql as $$
    declare wanted bigint := new.seq - old.seq;
    begin
      for i in 1..wanted loop new.seq := nextval('loose'); end loop;
      return new;
    end $$;
    create trigger loose instead of update on feeds for each row execute function loose_number()`.execute(db);
}

async function mendFeedLock(db: Db): Promise<void> {
  await sql`
    drop view feeds; drop function loose_number; drop sequence loose; alter table locked_feeds rename to feeds`.execute(
    db,
  );
}
