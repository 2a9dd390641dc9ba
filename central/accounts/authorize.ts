import { hashOf } from '../store/accounts.ts';

/** The device that asks, as the database knows it: by the hash of its token; null: it names none. */
export function deviceOfHeader(authorization: string | undefined): Buffer | null {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? null : hashOf(token);
}
