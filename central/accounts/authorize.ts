import type { Officer } from '#shared/domain/people/roles.ts';
import { hashOf, officerOfToken } from '../store/accounts.ts';
import type { Db } from '../store/database.ts';

function tokenOf(authorization: string | undefined): string | null {
  return /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** The officer whose token an Authorization header carries; null: there is none, or it is not valid. */
export async function officerOfHeader(
  db: Db,
  authorization: string | undefined,
  now: Date,
): Promise<Officer | null> {
  const token = tokenOf(authorization);
  return token === null ? null : officerOfToken(db, token, now);
}

/** The device, as the database knows it: by the hash of its token. */
export function deviceOfHeader(authorization: string | undefined): Buffer {
  return hashOf(tokenOf(authorization) ?? '');
}
