import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Agency, Colleague, Officer, Role } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import type { Db, Tx } from './database.ts';
import { publish } from './feed.ts';

/** Without the letters and digits that are taken for each other when read aloud or written by hand. */
const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;
const CODE_VALID_MS = 7 * 86_400_000;

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

export type CodeRequest = {
  readonly agency: Agency;
  readonly role: Role;
  readonly name: string | null;
  /** An officer who gets a further device; somebody new when absent. */
  readonly officerId?: string | null;
};

/** Makes a one-time code ("K7PM-2QXW"), valid for seven days; only its hash is kept. */
export async function createCode(db: Db, request: CodeRequest, now: Date): Promise<string> {
  const letters = Array.from(
    { length: CODE_LENGTH },
    () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)],
  ).join('');
  await db
    .insertInto('enrolment_codes')
    .values({
      hash: hashOf(letters),
      agency_id: request.agency.id,
      role: request.role,
      name: request.name,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + CODE_VALID_MS).toISOString(),
      used_by: null,
      officer_id: request.officerId ?? null,
    })
    .execute();
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

export type Enrolment = { readonly code: string; readonly name: string; readonly device: string };

/**
 * Uses a code up: makes the officer and the token of their device. Case, spaces and hyphens of the code do not
 * matter. Null when the code is unknown, used or too old.
 */
export function redeemCode(
  db: Db,
  enrolment: Enrolment,
  now: Date,
): Promise<{ readonly token: string; readonly officer: Officer } | null> {
  const hash = hashOf(enrolment.code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  const at = now.toISOString();
  return db.transaction().execute(async (tx) => {
    // Locked: of two devices that use the same code at once, one gets it.
    const code = await tx
      .selectFrom('enrolment_codes')
      .innerJoin('agencies', 'agencies.id', 'enrolment_codes.agency_id')
      .select([
        'agency_id',
        'agencies.name as agency_name',
        'agencies.approval as approval',
        'role',
        'officer_id',
        'enrolment_codes.name as name',
      ])
      .where('hash', '=', hash)
      .where('used_by', 'is', null)
      .where('expires_at', '>', at)
      .forUpdate('enrolment_codes')
      .executeTakeFirst();
    if (code === undefined) return null;

    const officer = (await findOfficer(tx, code.officer_id)) ?? {
      id: randomUUID(),
      name: enrolment.name.trim() || code.name || code.agency_name,
      role: code.role,
      agency: { id: code.agency_id, name: code.agency_name, approval: code.approval },
    };
    const { id } = officer;
    if (code.officer_id === null) {
      await tx
        .insertInto('officers')
        .values({ id, name: officer.name, role: officer.role, agency_id: code.agency_id, created_at: at })
        .execute();
      await publish(tx, [{ agencyId: code.agency_id, kind: 'reference', reference: 'colleagues' }]);
    }
    await tx.updateTable('enrolment_codes').set({ used_by: id }).where('hash', '=', hash).execute();
    const token = randomBytes(32).toString('base64url');
    await tx
      .insertInto('tokens')
      .values({
        hash: hashOf(token),
        officer_id: id,
        device: enrolment.device,
        created_at: at,
        revoked_at: null,
      })
      .execute();
    await tx
      .insertInto('audit')
      .values({ at, officer_id: id, action: 'enrol', subject: id, detail: { device: enrolment.device } })
      .execute();
    return { token, officer };
  });
}

/** Whose token is it? Null for an unknown or revoked one. Every request asks, so it is one statement. */
export async function officerOfToken(db: Db, token: string): Promise<Officer | null> {
  const row = await officers(db)
    .innerJoin('tokens', 'tokens.officer_id', 'officers.id')
    .where('tokens.hash', '=', hashOf(token))
    .where('tokens.revoked_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : officerOf(row);
}

async function findOfficer(db: Db | Tx, id: string | null): Promise<Officer | null> {
  if (id === null) return null;
  const row = await officers(db).where('officers.id', '=', id).executeTakeFirst();
  return row === undefined ? null : officerOf(row);
}

/** An officer of an OPD by name, as a person writes it; null when there is none. */
export async function findOfficerByName(db: Db, agency: Agency, name: string): Promise<Officer | null> {
  const rows = await officers(db).where('agency_id', '=', agency.id).execute();
  const found = rows.find((row) => nameKey(row.name) === nameKey(name));
  return found === undefined ? null : officerOf(found);
}

/** Who works in an OPD, by name: what its officers choose from when they forward or mention. */
export async function colleaguesOf(db: Db | Tx, agencyId: string): Promise<readonly Colleague[]> {
  const rows = await officers(db).where('agency_id', '=', agencyId).execute();
  return rows.map(({ id, name, role }) => ({ id, name, role })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function officers(db: Db | Tx) {
  return db
    .selectFrom('officers')
    .leftJoin('agencies', 'agencies.id', 'officers.agency_id')
    .select([
      'officers.id',
      'officers.name',
      'officers.role',
      'agency_id',
      'agencies.name as agency_name',
      'approval',
    ])
    .orderBy('officers.created_at');
}

type OfficerRow = Awaited<ReturnType<ReturnType<typeof officers>['execute']>>[number];

function officerOf({ id, name, role, agency_id, agency_name, approval }: OfficerRow): Officer {
  const agency =
    agency_id === null || agency_name === null
      ? null
      : { id: agency_id, name: agency_name, approval: approval ?? false };
  return { id, name, role, agency };
}
