import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Agency, Colleague, Officer, Role } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import type { Db, Tx } from './database.ts';
import { publish } from './feed.ts';

/** Without the letters and digits that are taken for each other when read aloud or written by hand. */
const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** 31^12 codes: guessing at them is hopeless at any speed that a service can answer. */
const CODE_LENGTH = 12;
const DAY_MS = 86_400_000;
const CODE_VALID_MS = 7 * DAY_MS;
/** A PC that was away for longer needs a new code: a lost or stolen one does not stay enrolled for ever. */
export const UNUSED_MS = 90 * DAY_MS;
/** The last use is noted this exactly, so that most requests write nothing. */
const USE_NOTED_MS = 3_600_000;

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/**
 * Makes a one-time code ("K7PM-2QXW-9FHD"), valid for seven days; only its hash is kept.
 * @param request `officerId`: an officer who gets a further device; somebody new when absent
 */
export async function createCode(
  db: Db,
  request: {
    readonly agency: Agency;
    readonly role: Role;
    readonly name: string | null;
    readonly officerId?: string | null;
    /** For an office that hands over what it did alone. */
    readonly joining?: boolean;
  },
  now: Date,
): Promise<string> {
  const letters = Array.from(
    { length: CODE_LENGTH },
    () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)],
  ).join('');
  await db
    .insertInto('enrolmentCodes')
    .values({
      hash: hashOf(letters),
      agencyId: request.agency.id,
      role: request.role,
      name: request.name,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + CODE_VALID_MS).toISOString(),
      usedBy: null,
      officerId: request.officerId ?? null,
      joining: request.joining ?? false,
    })
    .execute();
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * Uses a code up: makes the officer and the token of their device. Case, spaces and hyphens of the code do
 * not matter. Null when the code is unknown, used or too old; `not_for_joining`: it stays unused.
 */
export function redeemCode(
  db: Db,
  enrolment: {
    readonly code: string;
    readonly name: string;
    readonly device: string;
    /** Of an office that hands over what it did alone. */
    readonly joining: boolean;
  },
  now: Date,
): Promise<{ readonly token: string; readonly officer: Officer } | 'not_for_joining' | null> {
  const { device } = enrolment;
  const hash = hashOf(enrolment.code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  const at = now.toISOString();
  return db.transaction().execute(async (tx) => {
    // Locked: of two devices that use the same code at once, one gets it.
    const code = await tx
      .selectFrom('enrolmentCodes')
      .innerJoin('agencies', 'agencies.id', 'enrolmentCodes.agencyId')
      .select([
        'agencyId',
        'agencies.name as agencyName',
        'agencies.approval as approval',
        'role',
        'officerId',
        'enrolmentCodes.name as name',
        'joining',
      ])
      .where('hash', '=', hash)
      .where('usedBy', 'is', null)
      .where('expiresAt', '>', at)
      .forUpdate('enrolmentCodes')
      .executeTakeFirst();
    if (code === undefined) return null;
    if (enrolment.joining && !code.joining) return 'not_for_joining';

    const officer = (await findOfficer(tx, code.officerId)) ?? {
      id: randomUUID(),
      // A name that the administrator gave is the officer's: nobody chooses to be another.
      name: code.name ?? (enrolment.name.trim() || code.agencyName),
      role: code.role,
      agency: { id: code.agencyId, name: code.agencyName, approval: code.approval },
    };
    const { id } = officer;
    if (code.officerId === null) {
      const { name, role } = officer;
      const row = { id, name, role, agencyId: code.agencyId, createdAt: at };
      await tx.insertInto('officers').values(row).execute();
      await publish(tx, [{ agencyId: code.agencyId, kind: 'reference', reference: 'colleagues' }]);
    }
    await tx.updateTable('enrolmentCodes').set({ usedBy: id }).where('hash', '=', hash).execute();
    const token = randomBytes(32).toString('base64url');
    const kept = {
      hash: hashOf(token),
      officerId: id,
      device,
      createdAt: at,
      revokedAt: null,
      lastUsedAt: null,
      joining: code.joining,
    };
    await tx.insertInto('tokens').values(kept).execute();
    const audit = { at, officerId: id, action: 'enrol', subject: id, detail: { device } };
    await tx.insertInto('audit').values(audit).execute();
    return { token, officer };
  });
}

/** Notes that somebody at this address guessed at codes. */
export async function noteWrongCode(
  db: Db,
  { address, wrong }: { readonly address: string; readonly wrong: number },
  now: Date,
): Promise<void> {
  const audit = { at: now.toISOString(), officerId: null, action: 'wrong_code', subject: address };
  await db
    .insertInto('audit')
    .values({ ...audit, detail: { wrong } })
    .execute();
}

/**
 * Whose devices are they, by the hashes of their tokens in hexadecimal digits, and may they bring what their
 * offices did alone? Without the unknown and revoked ones, and those that were not used for too long. Every
 * request asks, so it is one statement; once an hour a second one notes that a token is in use.
 */
export async function officersOfDevices(db: Db, devices: readonly string[], now: Date) {
  const rows = await officers(db)
    .innerJoin('tokens', 'tokens.officerId', 'officers.id')
    .select(['tokens.hash', 'tokens.lastUsedAt', 'tokens.createdAt as enrolledAt', 'tokens.joining'])
    .where('tokens.hash', '=', anyOf(devices))
    .where('tokens.revokedAt', 'is', null)
    .execute();
  const unusedMs = (row: (typeof rows)[number]): number =>
    now.getTime() - Date.parse(row.lastUsedAt ?? row.enrolledAt);
  const valid = rows.filter((row) => !(unusedMs(row) > UNUSED_MS));
  const inUse = valid.filter((row) => row.lastUsedAt === null || unusedMs(row) > USE_NOTED_MS);
  if (inUse.length > 0) await noteUse(db, inUse, now);
  return new Map(
    valid.map((row) => [row.hash.toString('hex'), { officer: officerOf(row), joining: row.joining }]),
  );
}

/** One that is being changed is left for the next time: nobody waits for it. */
async function noteUse(db: Db, tokens: readonly { readonly hash: Buffer }[], now: Date): Promise<void> {
  const free = db
    .selectFrom('tokens')
    .select('hash')
    .where('hash', '=', anyOf(tokens.map(({ hash }) => hash.toString('hex'))))
    .forNoKeyUpdate()
    .skipLocked();
  await db.updateTable('tokens').set({ lastUsedAt: now.toISOString() }).where('hash', 'in', free).execute();
}

function anyOf(hashes: readonly string[]) {
  return sql<Buffer>`any(${hashes.map((hash) => Buffer.from(hash, 'hex'))}::bytea[])`;
}

/** An officer by id; null: there is none. */
export async function findOfficer(db: Db | Tx, id: string | null): Promise<Officer | null> {
  if (id === null) return null;
  const row = await officers(db).where('officers.id', '=', id).executeTakeFirst();
  return row === undefined ? null : officerOf(row);
}

/** An officer of an agency by name, as a person writes it; null when there is none. */
export async function findOfficerByName(db: Db, agency: Agency, name: string): Promise<Officer | null> {
  const rows = await officers(db).where('agencyId', '=', agency.id).execute();
  const found = rows.find((row) => nameKey(row.name) === nameKey(name));
  return found === undefined ? null : officerOf(found);
}

/** Who works in an agency, by name: what its officers choose from when they forward or mention. */
export async function colleaguesOf(db: Db | Tx, agencyId: string): Promise<readonly Colleague[]> {
  const rows = await officers(db).where('agencyId', '=', agencyId).execute();
  return rows.map(({ id, name, role }) => ({ id, name, role })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function officers(db: Db | Tx) {
  return db
    .selectFrom('officers')
    .leftJoin('agencies', 'agencies.id', 'officers.agencyId')
    .select([
      'officers.id',
      'officers.name',
      'officers.role',
      'agencyId',
      'agencies.name as agencyName',
      'approval',
    ])
    .orderBy('officers.createdAt');
}

type OfficerRow = Awaited<ReturnType<ReturnType<typeof officers>['execute']>>[number];

function officerOf({ id, name, role, agencyId, agencyName, approval }: OfficerRow): Officer {
  const agency =
    agencyId === null || agencyName === null
      ? null
      : { id: agencyId, name: agencyName, approval: approval ?? false };
  return { id, name, role, agency };
}
