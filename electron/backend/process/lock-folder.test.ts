import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHostNote, writeHostNote } from '#shared/node/host-note.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { openBackend } from './backend.ts';

/** A real process with a backend on this folder, which lives until it is killed. */
async function otherBackend(dataDir: string) {
  const script = `
    const { openBackend } = await import(${JSON.stringify(join(import.meta.dirname, 'backend.ts'))});
    await openBackend({ dataDir: ${JSON.stringify(dataDir)} });
    console.log('open');
    setInterval(() => {}, 1 << 30);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  expect(String((await once(child.stdout, 'data'))[0]).trim()).toBe('open');
  return child;
}

test('a folder has one backend, whoever opens it, and that of a killed process is free again', async () => {
  const dataDir = temporaryFolder();
  const other = await otherBackend(dataDir);
  await expect(openBackend({ dataDir })).rejects.toMatchObject({ code: 'in_use' });
  const exit = once(other, 'exit');
  other.kill('SIGKILL');
  await exit;
  // What the killed browser host noted leads nowhere any more.
  writeHostNote(dataDir, { origin: 'http://127.0.0.1:4100', processKey: 'x'.repeat(43) });
  const backend = await openBackend({ dataDir });
  expect(readHostNote(dataDir)).toBeNull();
  await expect(openBackend({ dataDir })).rejects.toMatchObject({ code: 'in_use' });
  await backend.close();
  await (await openBackend({ dataDir })).close();
});

test('a start that fails for another reason leaves the folder free', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'key'), 'no key');
  await expect(openBackend({ dataDir })).rejects.toMatchObject({ code: 'key_damaged' });
  await expect(openBackend({ dataDir })).rejects.toMatchObject({ code: 'key_damaged' });
});

test('a folder that cannot be made is told as such', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'file'), '');
  await expect(openBackend({ dataDir: join(dataDir, 'file', 'desk') })).rejects.toMatchObject({
    code: 'no_access',
  });
});
