import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { closeFolder, closeToOthers } from './private-files.ts';

test.skipIf(process.platform === 'win32')(
  'a folder where everybody works stays open, with what is in it',
  () => {
    const shared = temporaryFolder();
    const inside = join(shared, 'of-another');
    mkdirSync(inside);
    chmodSync(inside, 0o755);
    chmodSync(shared, 0o1777);
    closeToOthers(shared);
    closeFolder(shared);
    expect([shared, inside].map((path) => statSync(path).mode & 0o7777)).toEqual([0o1777, 0o755]);
  },
);
