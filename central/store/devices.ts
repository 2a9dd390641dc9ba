import { sql } from 'kysely';
import type { Role } from '#shared/domain/people/roles.ts';
import { UNUSED_MS } from './accounts.ts';
import type { Db } from './database.ts';

/** The channel of NOTIFY on which every process hears that a device has lost its token. */
export const REVOKED_CHANNEL = 'penghubung_revoked';

/** Hexadecimal digits that name a device to an administrator: the first ones of its token's hash. */
const ID_DIGITS = 12;

/** A PC that enrolled, as an administrator sees it. */
export type Device = {
  readonly id: string;
  readonly officerId: string;
  readonly officer: string;
  readonly role: Role;
  /** Null: of no agency. */
  readonly agency: string | null;
  /** The PC's own name. */
  readonly device: string;
  readonly enrolledAt: string;
  /** To the hour; null: never. */
  readonly lastUsedAt: string | null;
  /** `unused`: for too long, it needs a new code. */
  readonly state: 'active' | 'unused' | 'revoked';
};

/** The devices of an agency, or all of them, those of one officer together. */
export async function listDevices(db: Db, agencyId: string | null, now: Date): Promise<readonly Device[]> {
  const rows = await db
    .selectFrom('tokens')
    .innerJoin('officers', 'officers.id', 'tokens.officerId')
    .leftJoin('agencies', 'agencies.id', 'officers.agencyId')
    .select([
      'tokens.hash',
      'officers.id as officerId',
      'officers.name as officer',
      'officers.role',
      'agencies.name as agency',
      'tokens.device',
      'tokens.createdAt as enrolledAt',
      'tokens.lastUsedAt',
      'tokens.revokedAt',
    ])
    .$if(agencyId !== null, (query) => query.where('officers.agencyId', '=', agencyId))
    .orderBy('agencies.name')
    .orderBy('officers.name')
    .orderBy('tokens.createdAt')
    .execute();
  return rows.map(({ hash, revokedAt, ...row }) => {
    const unusedMs = now.getTime() - Date.parse(row.lastUsedAt ?? row.enrolledAt);
    const state = revokedAt !== null ? 'revoked' : unusedMs > UNUSED_MS ? 'unused' : 'active';
    return { id: hash.toString('hex').slice(0, ID_DIGITS), ...row, state };
  });
}

/**
 * Takes the tokens of devices back: their requests end at once, at every process of the service. Codes that
 * wait for one of the officers are used up too.
 * @returns how many were not revoked before
 */
export function revokeDevices(
  db: Db,
  { devices, officers }: { readonly devices: readonly string[]; readonly officers: readonly string[] },
  now: Date,
): Promise<number> {
  const at = now.toISOString();
  return db.transaction().execute(async (tx) => {
    const revoked = await tx
      .updateTable('tokens')
      .set({ revokedAt: at })
      .where(sql<boolean>`left(encode(hash, 'hex'), ${ID_DIGITS}::integer) = any(${devices})`)
      .where('revokedAt', 'is', null)
      .returning(['officerId', 'device'])
      .execute();
    await tx
      .updateTable('enrolmentCodes')
      .set({ expiresAt: at })
      .where(sql<boolean>`officer_id = any(${officers})`)
      .where('usedBy', 'is', null)
      .execute();
    for (const { officerId, device } of revoked) {
      const audit = { at, officerId: null, action: 'revoke', subject: officerId, detail: { device } };
      await tx.insertInto('audit').values(audit).execute();
    }
    await sql`select pg_notify(${REVOKED_CHANNEL}, '')`.execute(tx);
    return revoked.length;
  });
}

/** Those of the devices, by the hexadecimal hash of their token, that are not revoked. */
export async function validTokens(db: Db, devices: readonly string[]): Promise<ReadonlySet<string>> {
  if (devices.length === 0) return new Set();
  const rows = await db
    .selectFrom('tokens')
    .select('hash')
    .where(sql<boolean>`hash = any(${devices.map((device) => Buffer.from(device, 'hex'))})`)
    .where('revokedAt', 'is', null)
    .execute();
  return new Set(rows.map(({ hash }) => hash.toString('hex')));
}
