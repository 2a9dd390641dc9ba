import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { SHOWN_LOG } from '#shared/contract/window/diagnostics.ts';
import { openBackend } from '../process/backend.ts';
import { CANARIES, canaryOffice } from '../testing/canaries.ts';
import { answerBody } from '../testing/samples.ts';
import { temporaryFolder, testBackend, until } from '../testing/test-backend.ts';

test('what is collected has figures, codes and logs, and no text, name, number, token or folder', async () => {
  const { backend, dataDir, fail } = await canaryOffice();
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.router);
  await until(async () => (await client.sync.status()).phase === 'waiting');
  const complaintId = `lapor-${CANARIES.trackingId}`;
  await client.command.submit({ complaintId, body: answerBody(CANARIES.written) });
  await client.draft.save({ complaintId, kind: 'internal_note', text: CANARIES.begun });
  fail();
  await client.sync.now();
  // A log that somebody has written badly.
  mkdirSync(join(dataDir, 'log'), { recursive: true });
  const bad = [CANARIES.officer.toUpperCase(), CANARIES.token, dataDir, homedir(), hostname()];
  appendFileSync(join(dataDir, 'log/shell.log'), `the page is gone: crashed ${bad.join(' ')}\n`);
  const text = async () => (await client.diagnostics.collect()).map((file) => file.text).join('\n');
  await until(async () => (await text()).includes('a step failed on this computer'));

  const files = await client.diagnostics.collect();
  expect(files.map(({ name }) => name)).toEqual([
    'komputer.txt',
    'sinkronisasi.txt',
    'shell.log',
    'backend.log',
  ]);
  const all = files.map((file) => file.text).join('\n');
  expect(all).toContain('drafts: 1');
  expect(all).toContain('the page is gone: crashed');
  expect(all).toMatch(/^\S+Z composed follow_up$/m);
  expect(all).not.toMatch(new RegExp(`\\b${hostname()}\\b`));
  const secrets = [...Object.values(CANARIES), ...bad.slice(0, -1)].map((secret) => secret.toLowerCase());
  expect(secrets.filter((secret) => all.toLowerCase().includes(secret))).toEqual([]);
});

test('of a long log its newest whole lines are shown', async () => {
  const { client, dataDir } = await testBackend();
  mkdirSync(join(dataDir, 'log'), { recursive: true });
  const lines = Array.from({ length: 20_000 }, (_, n) => `baris ${n}`);
  writeFileSync(join(dataDir, 'log/shell.log'), `${lines.join('\n')}\n`);
  const [log] = (await client.diagnostics.collect()).filter(({ name }) => name === 'shell.log');
  const shown = log?.text.trim().split('\n') ?? [];
  expect(log?.text.length).toBeLessThanOrEqual(SHOWN_LOG);
  expect(shown).toEqual(lines.slice(-shown.length));
});

const RUN = {
  kind: 'simulation',
  command: 'npm run simulate -- --seeds 300',
  at: '2026-11-30T08:00:00.000Z',
  seconds: 61.5,
  commit: 'ab12',
  passed: true,
  figures: { seeds: 300, steps: 18_000, violations: 0 },
};
test.each([
  [
    'evidence that was packed',
    JSON.stringify({ commit: 'ab12', runs: [RUN] }),
    { commit: 'ab12', runs: [RUN] },
  ],
  ['a file that is none', '{"runs": 7}', null],
  ['no file', null, null],
])('%s is answered as it is', async (_what, text, answer) => {
  const dataDir = temporaryFolder();
  const evidenceFile = join(dataDir, 'evidence.json');
  if (text !== null) writeFileSync(evidenceFile, text);
  const backend = await openBackend({ dataDir: join(dataDir, 'desk'), evidenceFile });
  onTestFinished(() => backend.close());
  expect(await createRouterClient(backend.router).diagnostics.evidence()).toEqual(answer);
});
