import type { Officer, Role } from '#shared/domain/people/roles.ts';
import type { Db } from '../open-database.ts';

/** In the place of the address of a central service: the office works without one, and decides by itself. */
export const ALONE = 'alone:';

/** Who works here, and with what the central service knows them. */
export type StoredSession = {
  readonly centralUrl: string;
  readonly token: string;
  readonly officer: Officer;
};

type SessionRow = {
  centralUrl: string;
  token: string;
  officerId: string;
  officerName: string;
  officerRole: Role;
  agencyId: string | null;
  agencyName: string | null;
};

export type SessionTable = {
  readonly session: () => StoredSession | null;
  readonly saveSession: (session: StoredSession) => void;
  /** Access that was granted, while the complaints of a standalone office are being brought there. */
  readonly joining: () => StoredSession | null;
  readonly setJoining: (joining: StoredSession | null) => void;
};

export function sessionTable(db: Db): SessionTable {
  const select = db.prepare<['present' | 'joining'], SessionRow>(`
    SELECT centralUrl, token, officerId, officerName, officerRole, agencyId, agencyName FROM session
    WHERE which = ?`);
  const put = db.prepare<['present' | 'joining', SessionRow]>(`
    INSERT OR REPLACE INTO session
      (which, centralUrl, token, officerId, officerName, officerRole, agencyId, agencyName)
    VALUES (?, @centralUrl, @token, @officerId, @officerName, @officerRole, @agencyId, @agencyName)`);
  const end = db.prepare("DELETE FROM session WHERE which = 'joining'");
  return {
    session: () => sessionOf(select.get('present')),
    saveSession: (session) => {
      put.run('present', rowOf(session));
    },
    joining: () => sessionOf(select.get('joining')),
    setJoining: (joining) => {
      if (joining === null) end.run();
      else put.run('joining', rowOf(joining));
    },
  };
}

function rowOf({ centralUrl, token, officer: { id, name, role, agency } }: StoredSession): SessionRow {
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

function sessionOf(row: SessionRow | undefined): StoredSession | null {
  if (row === undefined) return null;
  const { centralUrl, token, officerId, officerName, officerRole, agencyId, agencyName } = row;
  const agency = agencyId === null ? null : { id: agencyId, name: agencyName ?? '' };
  return { centralUrl, token, officer: { id: officerId, name: officerName, role: officerRole, agency } };
}
