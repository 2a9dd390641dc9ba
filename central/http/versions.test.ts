import { afterAll, beforeAll, expect, test } from 'vitest';
import { servedVersions } from '#shared/contract/central/versions.ts';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import {
  type CentralClient,
  centralClient,
  startTestCentral,
  type TestCentral,
  type TestOfficer,
} from '../../test/support/central.ts';
import { putTemplate } from '../store/templates.ts';
import { attachmentOf, photo, tusClient } from '../testing/files.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';
import type { DownConversion } from './versions.ts';

const AGENCY = 'Dinas Perhubungan';
/**
 * An invented version 4: its clients know the refusal `moved` and templates of the office, those before do
 * not.
 */
const INVENTED: DownConversion = {
  since: 4,
  page: (page) => ({
    ...page,
    changes: page.changes.filter(
      (change) => change.type !== 'reference' || change.reference.name !== 'templates',
    ),
  }),
  result: (result) =>
    result.outcome === 'refused' && result.code === 'moved' ? { ...result, code: 'not_ours' } : result,
};
let central: TestCentral;
/** The same database as a service of some years later serves it. */
let later: TestCentral;
let rina: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral({ contractVersion: 3 });
  await central.addAgency(AGENCY, '4006');
  rina = await central.enrol(AGENCY);
  later = await startTestCentral({
    databaseUrl: central.databaseUrl,
    contractVersion: 4,
    downConversions: [INVENTED],
  });
});
afterAll(async () => {
  await later.close();
  await central.close();
});

const speaking = (version: number | null, { address }: TestCentral = central): CentralClient =>
  centralClient(address, rina.token, version);
let commands = 0;
function note(complaintId: string) {
  commands++;
  return {
    ...sampleCommand({ kind: 'internal_note', payload: { text: 'Material tiba Rabu.' } }),
    id: `01996c00-0000-7000-8000-${String(commands).padStart(12, '0')}`,
    complaintId,
    attachments: [],
  };
}

test('a version is served together with the two before it', () => {
  expect([1, 2, 3, 7].map(servedVersions)).toEqual([[1], [1, 2], [1, 2, 3], [5, 6, 7]]);
});

test('everybody is told which versions are served', async () => {
  expect((await speaking(null).me()).contractVersions).toEqual([1, 2, 3]);
  expect((await speaking(1, later).me()).contractVersions).toEqual([2, 3, 4]);
});

test('a client of a version that is served reads, also one that says none, and one that is newer', async () => {
  for (const version of [null, 1, 2, 3])
    expect(await speaking(version).changes({})).toMatchObject({ more: false });
  for (const version of [2, 3, 4])
    expect(await speaking(version, later).changes({})).toMatchObject({ more: false });
});

test('a client of a version that is no longer served reads no more and is told why', async () => {
  for (const client of [speaking(0), speaking(1, later), speaking(null, later)]) {
    await expect(client.changes({ wait: 20_000 })).rejects.toMatchObject({
      status: 426,
      code: 'UPGRADE_REQUIRED',
    });
  }
});

test('a client that is too old to read still sends what it holds: answers, notes, files and the complaints of a standalone office', async () => {
  const { id: complaintId } = await giveComplaint(central.db, numbered(1));
  const old = speaking(1, later);
  const sent = note(complaintId);
  const { results } = await old.commands({ commands: [sent] });
  expect(results).toMatchObject([{ outcome: 'accepted' }]);
  expect(await old.commandResult({ id: sent.id })).toEqual(results[0]);

  const bytes = photo(900);
  await tusClient(later.address, rina.token).upload(bytes);
  expect((await tusClient(later.address, rina.token).download(attachmentOf(bytes).sha256)).status).toBe(200);

  const { token } = await central.joining(AGENCY);
  const brought = { command: note(complaintId), receipt: 'K-260907001', laporStatus: 'Terverifikasi' };
  expect(await centralClient(later.address, token, 1).bring({ commands: [brought] })).toMatchObject({
    results: [{ outcome: 'accepted' }],
  });
});

test('a result says what its client knows: "moved" since version 4, and "not ours" before', async () => {
  const { id: complaintId } = await giveComplaint(central.db, numbered(2));
  const give = {
    ...note(complaintId),
    kind: 'return' as const,
    payload: { reason: 'x', suggestedAgency: null },
  };
  await speaking(2).commands({ commands: [give] });
  const sent = note(complaintId);
  for (const [version, code] of [
    [null, 'not_ours'],
    [3, 'not_ours'],
    [4, 'moved'],
  ] as const) {
    const { results } = await speaking(version, later).commands({ commands: [sent] });
    expect(results).toMatchObject([{ outcome: 'refused', code, current: null }]);
    expect(await speaking(version, later).commandResult({ id: sent.id })).toEqual(results[0]);
  }
});

test('a page leaves out what its client does not know, and its cursor passes it', async () => {
  const templatesIn = async (version: number, after?: string) => {
    const { changes, cursor } = await speaking(version, later).changes({
      limit: 2000,
      ...(after && { after }),
    });
    const found = changes.filter(
      (change) => change.type === 'reference' && change.reference.name === 'templates',
    );
    return { found: found.length, cursor };
  };
  expect((await templatesIn(4)).found).toBe(1);
  const { found, cursor } = await templatesIn(3);
  expect(found).toBe(0);
  const template = { id: 't-1', name: 'Survei', text: 'Disurvei {tanggal}.' };
  await central.db.transaction().execute((tx) => putTemplate(tx, '4006', template));
  const next = await templatesIn(3, cursor);
  expect(next.found).toBe(0);
  expect(next.cursor).not.toBe(cursor);
});
