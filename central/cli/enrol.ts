import { parseArgs } from 'node:util';
import type { Agency, Role } from '#shared/domain/people/roles.ts';
import { createCode, findOfficerByName } from '../store/accounts.ts';
import { findAgency } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { findUnassignedAgency, registerAgencies } from '../store/unassigned-agencies.ts';
import { DATABASE_OPTIONS, withDatabase } from './database-url.ts';
import { CliError, t } from './messages.ts';

/** Those who work within an agency; the others come with sign-in. */
const OPD_ROLES: readonly Role[] = ['penghubung', 'pelaksana', 'pimpinan'];

/** Prints a one-time code with which an officer of an agency enrols a device. */
export async function enrol(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...DATABASE_OPTIONS,
      opd: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      officer: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const opd = values.opd?.trim() ?? '';
  if (opd === '') throw new CliError('enrolNeedsOpd');
  const role = OPD_ROLES.find((known) => known === (values.role ?? 'penghubung'));
  if (role === undefined)
    throw new CliError('badRole', { role: values.role ?? '', roles: OPD_ROLES.join(', ') });

  const name = values.name?.trim() || null;
  const known = values.officer?.trim() || null;
  const { code, agency, officer } = await withDatabase(values.data, async (db) => {
    const agency = (await findAgency(db, opd)) ?? (await registerWaiting(db, opd));
    if (agency === null) throw new CliError('unknownOpd', { opd });
    const officer = known === null ? null : await findOfficerByName(db, agency, known);
    if (known !== null && officer === null)
      throw new CliError('unknownOfficer', { name: known, opd: agency.name });
    const request = { agency, role: officer?.role ?? role, name, officerId: officer?.id ?? null };
    return { agency, officer, code: await createCode(db, request, new Date()) };
  });
  if (values.json) console.log(JSON.stringify({ code, agency }));
  else console.log(t('enrolled', { code, opd: agency.name, role: officer?.role ?? role }));
  return 0;
}

/**
 * An agency that an import named, and complaints wait for, needs no registration of its own: its first
 * officer is enough.
 */
async function registerWaiting(db: Db, opd: string): Promise<Agency | null> {
  const waiting = await findUnassignedAgency(db, opd);
  if (waiting === null) return null;
  const [registered] = await db.transaction().execute((tx) => registerAgencies(tx, [waiting]));
  if (registered === undefined) return findAgency(db, opd);
  const { agency, reports: complaints } = registered;
  console.error(t('agencyAdded', { id: agency.id, name: agency.name, reports: complaints }));
  return agency;
}
