import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import type { Policy, PolicyProblem } from '#shared/contract/window/policy.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { complaintNo, MONDAY } from '../testing/samples.ts';
import { ScriptedCentral } from '../testing/scripted-central.ts';
import { temporaryFolder, until } from '../testing/test-backend.ts';
import { openBackend } from './backend.ts';

const OWN = 'https://pusat.example';
const OTHER = 'https://lain.example';
const CODE = { code: 'KODE-SATU', name: 'Rina' };
const PROBLEM: PolicyProblem = {
  file: '/etc/penghubung/policy.json',
  fault: 'not_json',
  line: 3,
  field: null,
};

/** A PC with this policy, and the addresses to which it connected. */
async function pc(policy: Partial<Policy>, dataDir = temporaryFolder()) {
  const clock = manualClock(MONDAY);
  const central = new ScriptedCentral(clock.now);
  central.put(complaintNo(1));
  const reached: string[] = [];
  const { connect, enrol } = central.connector;
  const backend = await openBackend({
    dataDir,
    policy: { problem: null, ...policy },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    world: {
      clock,
      random: () => 0,
      connector: {
        connect: (address, ...session) => {
          reached.push(`connect ${address}`);
          return connect(address, ...session);
        },
        enrol: (address, ...asked) => {
          reached.push(`enrol ${address}`);
          return enrol(address, ...asked);
        },
      },
    },
  });
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.router);
  const isIdle = async () => (await client.sync.status()).phase === 'waiting';
  return { dataDir, backend, client, reached, isIdle };
}

test('the PC enrols with the central service that IT has set, however it is written, and with no other', async () => {
  const { client, reached, isIdle } = await pc({ centralUrl: `${OWN}/` });
  expect(await client.session.get()).toMatchObject({ policy: { centralUrl: `${OWN}/`, problem: null } });
  expect(await client.session.enrol({ centralUrl: OTHER, ...CODE })).toEqual({
    ok: false,
    code: 'other_central',
  });
  expect(await client.standalone.begin({ agency: 'Dinas Perhubungan', name: 'Rina' })).toEqual({ ok: false });
  expect(reached).toEqual([]);
  expect(await client.session.enrol({ centralUrl: 'HTTPS://Pusat.example:443', ...CODE })).toMatchObject({
    ok: true,
  });
  await until(isIdle);
  expect(new Set(reached)).toEqual(
    new Set(['enrol HTTPS://Pusat.example:443', 'connect HTTPS://Pusat.example:443']),
  );
});

test('a code given at the start does not lead past the policy either', async () => {
  const warned: unknown[] = [];
  const backend = await openBackend({
    dataDir: temporaryFolder(),
    join: { centralUrl: OTHER, ...CODE },
    policy: { centralUrl: OWN, problem: null },
    log: { info: () => {}, error: () => {}, warn: ({ code }) => void warned.push(code) },
    world: { clock: manualClock(MONDAY), connector: new ScriptedCentral(() => MONDAY).connector },
  });
  onTestFinished(() => backend.close());
  await expect.poll(() => warned).toEqual(['other_central']);
  expect(await createRouterClient(backend.router).session.get()).toMatchObject({ officer: null });
});

test('a PC that is connected elsewhere sends nothing there any more, and asks to sign in again', async () => {
  const before = await pc({});
  await before.client.session.enrol({ centralUrl: OTHER, ...CODE });
  await until(before.isIdle);
  await before.backend.close();

  const { client, reached, isIdle } = await pc({ centralUrl: OWN }, before.dataDir);
  await until(async () => (await client.sync.status()).signInNeeded);
  expect(reached).toEqual([]);
  // What was there stays there.
  expect((await client.queue.page({ view: 'all', after: null, limit: 9 })).rows).toHaveLength(1);
  expect(await client.session.enrol({ centralUrl: OWN, ...CODE })).toMatchObject({ ok: true });
  await until(isIdle);
  expect(new Set(reached)).toEqual(new Set([`enrol ${OWN}`, `connect ${OWN}`]));
});

test('while the policy cannot be read nothing new is connected, and what was connected works on', async () => {
  const fresh = await pc({ updates: null, problem: PROBLEM });
  expect(await fresh.client.session.get()).toMatchObject({ policy: { problem: PROBLEM } });
  expect(await fresh.client.session.enrol({ centralUrl: OWN, ...CODE })).toEqual({
    ok: false,
    code: 'policy_unreadable',
  });
  expect(await fresh.client.standalone.begin({ agency: 'Dinas Perhubungan', name: 'Rina' })).toEqual({
    ok: false,
  });
  expect(fresh.reached).toEqual([]);

  const before = await pc({});
  await before.client.session.enrol({ centralUrl: OWN, ...CODE });
  await until(before.isIdle);
  await before.backend.close();
  const after = await pc({ updates: null, problem: PROBLEM }, before.dataDir);
  await until(after.isIdle);
  expect(new Set(after.reached)).toEqual(new Set([`connect ${OWN}`]));
});

test('the language that IT has set stays, and the officer’s own comes back with the next policy', async () => {
  const before = await pc({});
  expect(await before.client.session.get()).not.toHaveProperty('policy');
  await before.client.settings.set({ language: 'en' });
  await before.backend.close();

  const fixed = await pc({ language: 'id' }, before.dataDir);
  expect(await fixed.client.settings.get()).toMatchObject({ language: 'id' });
  expect(await fixed.client.settings.set({ language: 'id', theme: 'dark' })).toMatchObject({
    language: 'id',
    theme: 'dark',
  });
  await fixed.backend.close();

  const after = await pc({}, before.dataDir);
  expect(await after.client.settings.get()).toMatchObject({ language: 'en', theme: 'dark' });
});
