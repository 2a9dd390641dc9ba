import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BroughtCommand } from '#shared/contract/central/central.ts';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { exportRow, makeExport } from '../../test/support/excel.ts';
import { LIMITS } from '../http/limits.ts';
import { runImport } from '../import/run-import.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const NOW = new Date('2026-09-10T03:00:00.000Z');
const ROADS = { id: '7001', name: 'Dinas Perhubungan' };

let central: TestCentral;
beforeAll(async () => {
  const limits = { ...LIMITS, waiting: { commands: 3, bytes: 5_000 } };
  central = await startTestCentral({ now: () => NOW, limits });
  await central.addAgency(ROADS.name, ROADS.id);
});
afterAll(() => central.close());

let made = 0;
function note(complaintId: string, text = 'Catatan.'): BroughtCommand {
  const id = `01996c00-0000-7000-8000-${String(++made).padStart(12, '0')}`;
  const command = sampleCommand({ kind: 'internal_note', payload: { text } }, { id, complaintId });
  return { command, receipt: null, laporStatus: 'Terverifikasi' };
}
const unknown = (n: number): string => `lapor-${9_400_000 + n}`;
async function bring({ client }: TestOfficer, ...commands: readonly BroughtCommand[]) {
  const { results } = await client.bring({ commands: [...commands] });
  return results.map((result) => ('code' in result ? result.code : result.outcome));
}
const FULL = 'too_much_waiting';

test('an officer who joins has room for so much that waits, and the rest is refused until an import makes room', async () => {
  const [rina, togar] = [await central.joining(ROADS.name), await central.joining(ROADS.name)];
  const first = [note(unknown(1)), note(unknown(2))];
  expect(await bring(rina, ...first)).toEqual(['waiting', 'waiting']);
  const known = await giveComplaint(central.db, { ...numbered(50), agency: ROADS });
  expect(await bring(rina, note(unknown(3)), note(unknown(4)), note(known.id))).toEqual([
    'waiting',
    FULL,
    'accepted',
  ]);
  // The same ones again change nothing, and another one has room of their own.
  expect(await bring(rina, ...first, note(unknown(5)))).toEqual(['waiting', 'waiting', FULL]);
  expect(await bring(togar, note(unknown(4)))).toEqual(['waiting']);
  const path = await makeExport([exportRow({ 'Tracking ID': '9400001' })]);
  const options = { apply: true, skipRejected: false, createAgencies: false, now: NOW };
  await runImport(central.db, { path, ...options });
  expect(await bring(rina, note(unknown(6)), note(unknown(7)))).toEqual(['waiting', FULL]);
});

test('long texts fill the room sooner, and a short one after them leaves no gap', async () => {
  const rina = await central.joining(ROADS.name);
  const long = 'x'.repeat(6_000);
  expect(await bring(rina, note(unknown(11), long), note(unknown(11)))).toEqual(['waiting', FULL]);
  expect(await bring(rina, note(unknown(12)))).toEqual([FULL]);
});
