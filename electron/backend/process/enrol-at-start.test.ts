import { expect, test } from 'vitest';
import type { EnrolAnswer } from '../sync/http/transport.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { MONDAY } from '../testing/samples.ts';
import { ScriptedCentral } from '../testing/scripted-central.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { openBackend } from './backend.ts';

test('closing while an attempt to enrol is under way ends it, without another one', async () => {
  const clock = manualClock(MONDAY);
  const asked = Promise.withResolvers<void>();
  let attempts = 0;
  const enrol = (_url: string, _input: unknown, signal: AbortSignal): Promise<EnrolAnswer> => {
    attempts++;
    asked.resolve();
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ ok: false, code: 'unreachable' }));
    });
  };
  const backend = await openBackend({
    dataDir: temporaryFolder(),
    join: { centralUrl: 'https://pusat.invalid', code: 'KODE-SATU', name: 'Rina' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    world: { clock, connector: { ...new ScriptedCentral(clock.now).connector, enrol } },
  });
  await asked.promise;
  await backend.close();
  expect(attempts).toBe(1);
});

test('an attempt that a stranger on the line answered is made again; one with a wrong code is not', async () => {
  const clock = manualClock(MONDAY);
  const answers: EnrolAnswer[] = [
    { ok: false, code: 'not_central' },
    { ok: false, code: 'intercepted' },
    { ok: false, code: 'certificate_date' },
    { ok: false, code: 'unreachable' },
    { ok: false, code: 'bad_code' },
  ];
  const warned: unknown[] = [];
  const ended = Promise.withResolvers<void>();
  const backend = await openBackend({
    dataDir: temporaryFolder(),
    join: { centralUrl: 'https://pusat.invalid', code: 'KODE-SATU', name: 'Rina' },
    log: {
      info: () => {},
      error: () => {},
      warn: ({ code }) => {
        warned.push(code);
        if (warned.length === 5) ended.resolve();
        // The wait for the next attempt begins in this turn.
        setImmediate(() => clock.advance(300_000));
      },
    },
    world: {
      clock,
      connector: {
        ...new ScriptedCentral(clock.now).connector,
        enrol: async () => answers.shift() ?? { ok: false, code: 'bad_code' },
      },
    },
  });
  await ended.promise;
  await backend.close();
  expect(warned).toEqual(['not_central', 'intercepted', 'certificate_date', 'unreachable', 'bad_code']);
});
