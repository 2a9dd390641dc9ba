import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { CANARIES, canaryOffice } from '../testing/canaries.ts';
import { answerBody } from '../testing/samples.ts';
import { until } from '../testing/test-backend.ts';

test('whatever is read, written and goes wrong, the log has no text, no name and no token', async () => {
  const { backend, dataDir, fail } = await canaryOffice();
  onTestFinished(() => backend.close());
  const client = createRouterClient(backend.router);
  await until(async () => (await client.sync.status()).phase === 'waiting');
  const [row] = (await client.queue.page({ view: 'all', after: null, limit: 9 })).rows;
  await client.command.submit({
    complaintId: row?.id ?? '',
    body: answerBody(CANARIES.written),
  });
  await client.draft.save({
    complaintId: row?.id ?? '',
    kind: 'internal_note',
    text: CANARIES.begun,
  });
  await client.queue.search({ text: `"${CANARIES.searched}`, limit: 9 });
  fail();
  await client.sync.now();
  const log = () =>
    globSync('log/*', { cwd: dataDir })
      .map((name) => readFileSync(join(dataDir, name), 'utf8'))
      .join('');
  await until(() => log().includes('a step failed on this computer'));
  expect(log()).toContain('"type":"SyntaxError"');
  expect(Object.values(CANARIES).filter((canary) => log().includes(canary))).toEqual([]);
});
