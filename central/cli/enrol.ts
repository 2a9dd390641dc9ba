import type { Agency, Role } from '#shared/domain/people/roles.ts';
import { createCode, findOfficerByName } from '../store/accounts.ts';
import { findAgency } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { findUnassignedAgency, registerAgencies } from '../store/unassigned-agencies.ts';
import { agencyNamed, command, FLAG, TEXT } from './command.ts';
import { printDevices, revoke } from './devices.ts';
import { CliError, t } from './messages.ts';

/** Those who work within an agency; the others come with sign-in. */
const AGENCY_ROLES: readonly Role[] = ['penghubung', 'pelaksana', 'pimpinan'];

/**
 * `enrol`: prints a one-time code with which an officer of an agency enrols a device. `enrol list` and `enrol
 * revoke`: the devices that did, and taking that back.
 */
export const enrol = command(
  {
    options: { opd: TEXT, role: TEXT, name: TEXT, officer: TEXT, device: TEXT, joining: FLAG, json: FLAG },
    words: true,
  },
  async ({ values, words: [verb, ...others], withDb }) => {
    const opd = values.opd?.trim() ?? '';
    if (verb !== undefined) {
      const [device, officer] = [values.device?.trim() ?? '', values.officer?.trim() ?? ''];
      if (others.length > 0 || (verb !== 'list' && verb !== 'revoke')) throw new CliError('revokeUsage');
      return withDb(async (db) => {
        const agency = opd === '' ? null : await agencyNamed(db, opd);
        if (verb === 'list') await printDevices(db, agency, values.json);
        else await revoke(db, { device, officer, agency });
      });
    }
    if (opd === '') throw new CliError('enrolNeedsOpd');
    const { role: asked = 'penghubung' } = values;
    const role = AGENCY_ROLES.find((known) => known === asked);
    if (role === undefined) throw new CliError('badRole', { role: asked, roles: AGENCY_ROLES.join(', ') });

    const name = values.name?.trim() || null;
    const known = values.officer?.trim() || null;
    await withDb(async (db) => {
      const agency = (await registerUnassigned(db, opd)) ?? (await agencyNamed(db, opd));
      const officer = known === null ? null : await findOfficerByName(db, agency, known);
      if (known !== null && officer === null)
        throw new CliError('unknownOfficer', { name: known, opd: agency.name });
      const request = { agency, role: officer?.role ?? role, name, officerId: officer?.id ?? null };
      const joining = values.joining === true;
      const code = await createCode(db, { ...request, joining }, new Date());
      if (values.json) console.log(JSON.stringify({ code, agency }));
      else
        console.log(
          t(joining ? 'enrolledJoining' : 'enrolled', { code, opd: agency.name, role: request.role }),
        );
    });
  },
);

/** Registers an agency that an import named, for its first officer. Null: it is none, or registered. */
async function registerUnassigned(db: Db, opd: string): Promise<Agency | null> {
  if ((await findAgency(db, opd)) !== null) return null;
  const unassigned = await findUnassignedAgency(db, opd);
  if (unassigned === null) return null;
  const [registered] = await db.transaction().execute((tx) => registerAgencies(tx, [unassigned]));
  if (registered === undefined) return null;
  const { agency, reports: complaints } = registered;
  console.error(t('agencyAdded', { id: agency.id, name: agency.name, reports: complaints }));
  return agency;
}
