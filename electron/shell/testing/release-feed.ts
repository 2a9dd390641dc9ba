import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startTestCentral, type TestCentral } from '../../../test/support/central.ts';

/** The feed of a real central service for all tests of a file. */
export function releaseFeed() {
  let central: TestCentral;
  const releases = mkdtempSync(join(tmpdir(), 'penghubung-releases-'));
  beforeAll(async () => {
    central = await startTestCentral({ releases });
  });
  afterAll(async () => {
    await central.close();
    rmSync(releases, { recursive: true });
  });
  return { releases, address: () => `${central.address}/releases` };
}
