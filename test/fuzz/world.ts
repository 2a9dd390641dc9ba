import { join as joinPath } from 'node:path';
import { pino } from 'pino';
import type { Agency, Role } from '#shared/domain/people/roles.ts';
import { LIMITS, type Limits } from '../../central/http/limits.ts';
import { startCentral } from '../../central/http/service.ts';
import { createCode } from '../../central/store/accounts.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { centralClient } from '../support/central.ts';
import type { Asker } from './central-requests.ts';
import { knownNames } from './known.ts';
import { type Marks, type Owner, openMarks } from './marks.ts';
import { type Member, openOffice, work } from './offices.ts';
import type { Known } from './values.ts';
import { beginAlone, openWindow, untilShown, type Window } from './windows.ts';

const MANY = 1_000_000_000;
/** So wide that what is sent reaches its handler. */
const WIDE: Limits = {
  ...LIMITS,
  strangers: MANY,
  requests: MANY,
  connections: MANY,
  deviceRequests: MANY,
  deviceBodies: MANY,
  devicePolls: MANY,
  wrongCodes: { ...LIMITS.wrongCodes, free: MANY },
  uploads: { open: MANY, openBytes: MANY * MANY, unnamed: MANY, unnamedBytes: MANY * MANY },
};

/** Codes that somebody who is lucky may enrol or join with. */
const CODES = 12;

export type Members = Readonly<Record<Exclude<Asker, 'nobody' | 'stranger'>, Member>>;
export type World = {
  /** One central service with wide limits and one with those that it has, over one database. */
  readonly address: string;
  readonly strictAddress: string;
  readonly db: Db;
  readonly marks: Marks;
  readonly members: Members;
  /** Of an agency that does nothing, and whose texts nobody else may see or change. */
  readonly victim: Member;
  readonly windows: readonly Window[];
  readonly known: Known;
  /** Lets the office that joins bring once more. */
  readonly renewJoining: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Three agencies at one central service, and PCs: one of the first agency, one that works alone, a new one. */
export async function openWorld(databaseUrl: string, folder: string, tag: string): Promise<World> {
  const marks = openMarks(tag);
  const log = pino({ level: 'info' }, marks.watch());
  const start = (limits: Limits) => startCentral({ databaseUrl, host: '127.0.0.1', port: 0, log, limits });
  const wide = await start(WIDE);
  const strict = await start(LIMITS);
  const { db, close: closeDatabase } = openDatabase(databaseUrl);
  const { address } = wide;

  const ours = await openOffice(db, marks, 'ours', '7001', 'Dinas Perhubungan', 1);
  const other = await openOffice(db, marks, 'other', '7002', 'Dinas Kesehatan', 2);
  const joining = await openOffice(db, marks, 'joining', '7003', 'Dinas Sosial', 3);
  const enrol = enrolling(db, address, marks);
  const members: Members = {
    penghubung: await enrol('ours', ours, 'penghubung'),
    pelaksana: await enrol('ours', ours, 'pelaksana'),
    pimpinan: await enrol('ours', ours, 'pimpinan'),
    joining: await enrol('joining', joining, 'penghubung', true),
  };
  const victim = await enrol('other', other, 'penghubung');
  const files = [
    await work(address, members.penghubung, marks, ours),
    await work(address, victim, marks, other),
  ];
  const officers = [await idOf(members.penghubung), await idOf(victim)];
  const joiner = await idOf(members.joining);

  const code = await Promise.all(
    Array.from({ length: CODES }, (_, n) => newCode(db, joining, 'pelaksana', null, n % 2 === 0)),
  );
  const known: Known = {
    // Whoever asks is more often right than wrong.
    ...knownNames([ours, ours, ours, joining, joining, other], officers, files),
    centralUrl: [address, 'http://127.0.0.1:1', 'http://lain.invalid', 'ftp://127.0.0.1', 'http://[::1]:1'],
  };
  const windows = await openWindows(
    { marks, folder, known, code },
    {
      centralUrl: address,
      code: await newCode(db, ours, 'penghubung', null),
      name: `Petugas ${marks.of('ours')}`,
    },
  );
  return {
    address,
    strictAddress: strict.address,
    db,
    marks,
    members,
    victim,
    windows,
    known: { ...known, code },
    renewJoining: async () => {
      await db.updateTable('tokens').set({ joining: true }).where('officerId', '=', joiner).execute();
    },
    close: async () => {
      for (const window of windows) await window.close();
      await strict.close();
      await wide.close();
      await closeDatabase();
    },
  };
}

const newCode = (db: Db, agency: Agency, role: Role, name: string | null, joining = false): Promise<string> =>
  createCode(db, { agency, role, name, joining }, new Date());

const idOf = async ({ client }: Member): Promise<string> => (await client.me()).officer.id;

function enrolling(db: Db, address: string, marks: Marks) {
  return async (owner: Owner, agency: Agency, role: Role, joining = false): Promise<Member> => {
    const code = await newCode(db, agency, role, `Petugas ${marks.of(owner)}`, joining);
    const { token } = await centralClient(address).enrol({ code, name: '', device: 'PC', joining });
    marks.addToken(owner, token);
    return { owner, token, client: centralClient(address, token) };
  };
}

type Opening = {
  readonly marks: Marks;
  readonly folder: string;
  readonly known: Known;
  /** Good for the agency that is joined, and told to nobody of another. */
  readonly code: readonly string[];
};

async function openWindows(
  { marks, folder, known, code }: Opening,
  join: { readonly centralUrl: string; readonly code: string; readonly name: string },
): Promise<readonly Window[]> {
  const at = (name: string): { marks: Marks; dataDir: string } => ({
    marks,
    dataDir: joinPath(folder, name),
  });
  const desk = await openWindow({ ...at('desk'), owner: 'ours', known, join });
  await untilShown(desk);
  const empty = await openWindow({ ...at('alone'), owner: 'joining', known });
  const complaintId = await beginAlone(empty, marks);
  const own = { complaintId, complaintIds: complaintId, id: [...(known.id ?? []), ...complaintId] };
  const alone = { ...empty, known: { ...known, ...own, code } };
  const fresh = await openWindow({ ...at('fresh'), owner: 'joining', known: { ...known, code } });
  return [desk, alone, fresh];
}
