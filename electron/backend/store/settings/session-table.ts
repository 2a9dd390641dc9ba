import type { Officer } from '#shared/domain/people/roles.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';

/** Stands for the address of a central service where the office is standalone. */
export const STANDALONE_PREFIX = 'alone:';

/** The officer who works here, and the token by which the central service knows them. */
export type StoredSession = {
  readonly centralUrl: string;
  readonly token: string;
  readonly officer: Officer;
};

type SessionRow = ReturnType<typeof rowOf>;

export function sessionTable(db: Db) {
  const { mapped, run } = statements(db);
  const session = (which: 'present' | 'joining') =>
    mapped(sessionOf).row<[]>(`
      SELECT centralUrl, token, officerId, officerName, officerRole, agencyId, agencyName FROM session
      WHERE which = '${which}'`);
  const put = run<['present' | 'joining', SessionRow]>(`
    INSERT OR REPLACE INTO session
      (which, centralUrl, token, officerId, officerName, officerRole, agencyId, agencyName)
    VALUES (?, @centralUrl, @token, @officerId, @officerName, @officerRole, @agencyId, @agencyName)`);
  const endJoining = run<[]>("DELETE FROM session WHERE which = 'joining'");
  return {
    session: session('present'),
    saveSession: (session: StoredSession) => put('present', rowOf(session)),
    /** The session that was granted, while a standalone office hands its complaints over. */
    joining: session('joining'),
    setJoining: (joining: StoredSession | null) =>
      joining === null ? endJoining() : put('joining', rowOf(joining)),
  };
}

function rowOf({ centralUrl, token, officer: { id, name, role, agency } }: StoredSession) {
  return {
    centralUrl,
    token,
    officerId: id,
    officerName: name,
    officerRole: role,
    agencyId: agency?.id ?? null,
    agencyName: agency?.name ?? null,
  };
}

function sessionOf(row: SessionRow): StoredSession {
  const { centralUrl, token, officerId, officerName, officerRole, agencyId, agencyName } = row;
  const agency = agencyId === null ? null : { id: agencyId, name: agencyName ?? '' };
  return { centralUrl, token, officer: { id: officerId, name: officerName, role: officerRole, agency } };
}
