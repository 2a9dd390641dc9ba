import type { Agency } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import type { Db } from '../store/database.ts';
import { type Device, listDevices, revokeDevices } from '../store/devices.ts';
import { printLines } from './command.ts';
import { CliError, t } from './messages.ts';

/** `enrol list`: the PCs that may ask, of an agency or of all, with their last use. */
export async function printDevices(db: Db, agency: Agency | null, json: boolean | undefined): Promise<void> {
  const devices = await listDevices(db, agency?.id ?? null, new Date());
  printLines(devices, json, ({ id, state, agency: of, officer, role, device, enrolledAt, lastUsedAt }) => {
    const dayOf = (at: string | null): string => at?.slice(0, 10) ?? '-';
    return [id, t(STATES[state]), of ?? '-', officer, role, device, dayOf(enrolledAt), dayOf(lastUsedAt)];
  });
}

const STATES = { active: 'deviceActive', unused: 'deviceUnused', revoked: 'deviceRevoked' } as const;

/**
 * `enrol revoke --device ID`, or `--officer NAME --opd NAME`: whoever holds such a PC, or only its token, is
 * answered no more.
 */
export async function revoke(
  db: Db,
  { device, officer, agency }: { device: string; officer: string; agency: Agency | null },
): Promise<void> {
  if ((device === '') === (officer === '') || (officer !== '' && agency === null))
    throw new CliError('revokeUsage');
  const all = await listDevices(db, agency?.id ?? null, new Date());
  const isMeant = (known: Device): boolean =>
    device === '' ? isOf(known, officer) : known.id === device.toLowerCase();
  const meant = all.filter(isMeant);
  if (meant.length === 0) throw new CliError('unknownDevice');
  const officers = officer === '' ? [] : [...new Set(meant.map(({ officerId }) => officerId))];
  const count = await revokeDevices(db, { devices: meant.map(({ id }) => id), officers }, new Date());
  console.log(t('revoked', { count }));
}

/** Every officer of that name: one who enrolled anew stands there twice. */
function isOf({ officer, officerId }: Device, wanted: string): boolean {
  return officerId === wanted || nameKey(officer) === nameKey(wanted);
}
