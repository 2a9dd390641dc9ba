import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const MODULE = pathToFileURL(join(import.meta.dirname, 'modest-memory.ts')).href;

/** Runs a program in a process of its own; what it says is a number. */
function said(program: string): number {
  const whole = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepMemoryModest } from '${MODULE}';
    const mib = (space) => getHeapSpaceStatistics().find(({ space_name }) => space_name === space).space_size / 1024 / 1024;
    ${program}`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', whole]));
}

/** MiB of the space for new objects after much was made of which little is kept. */
function newSpaceAfterWork(before: string): number {
  return said(`
    ${before}
    const kept = [];
    for (let n = 0; n < 3e6; n++) kept[n % 100_000] = { n, list: [n] };
    console.log(mib('new_space'));`);
}

/**
 * How many times what is alive the space for old objects came to, while pages lived for a while beside what
 * is kept.
 */
function timesTheAlive(before: string): number {
  return said(`
    ${before}
    import { setFlagsFromString } from 'node:v8';
    import { runInNewContext } from 'node:vm';
    const page = () => Array.from({ length: 1_000 }, (_, n) => ({ n, list: Array.from({ length: 50 }, () => ({ n })) }));
    const kept = Array.from({ length: 10 }, page);
    const waiting = [];
    let most = 0;
    for (let turn = 0; turn < 600; turn++) {
      waiting[turn % 3] = page();
      most = Math.max(most, mib('old_space'));
    }
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    console.log(kept.length + waiting.length > 0 ? most / mib('old_space') : 0);`);
}

test('the space for new objects stays a fraction of what it would grow to', () => {
  expect(newSpaceAfterWork('keepMemoryModest();') * 3).toBeLessThan(newSpaceAfterWork(''));
});

// Without it about seven times; not compared, because it is sometimes less: that hangs on how busy the
// machine is.
test('what lived for a page or two is not kept until there is several times as much', () => {
  expect(timesTheAlive('keepMemoryModest();')).toBeLessThan(2.5);
});
