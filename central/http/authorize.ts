import type { Officer } from '#shared/domain/roles.ts';
import { officerOfToken } from '../store/accounts.ts';
import type { Db } from '../store/database.ts';

/** The officer whose token an Authorization header carries; null without one, or with an unknown or revoked one. */
export async function officerOfHeader(db: Db, authorization: string | undefined): Promise<Officer | null> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? null : officerOfToken(db, token);
}
