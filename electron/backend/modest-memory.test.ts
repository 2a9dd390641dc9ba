import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const MODULE = pathToFileURL(join(import.meta.dirname, 'modest-memory.ts')).href;

/** MiB of the space for new objects after much was made of which little is kept. */
function newSpaceAfterWork(before: string): number {
  const work = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepMemoryModest } from '${MODULE}';
    ${before}
    const kept = [];
    for (let n = 0; n < 3e6; n++) kept[n % 100_000] = { n, list: [n] };
    const { space_size } = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(space_size / 1024 / 1024);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', work]));
}

test('the space for new objects stays a fraction of what it would grow to', () => {
  expect(newSpaceAfterWork('keepMemoryModest();') * 3).toBeLessThan(newSpaceAfterWork(''));
});
