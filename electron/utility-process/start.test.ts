import { EventEmitter, once } from 'node:events';
import module from 'node:module';
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import { expect, test, vi } from 'vitest';
import type { FromBackend, ToBackend } from '#shared/contract/process/backend-process.ts';
import type { WindowRouter } from '../backend/api/router.ts';
import { temporaryFolder } from '../backend/testing/test-backend.ts';

/** The shell's end, as Electron gives it to a utility process. */
class FakeShell extends EventEmitter {
  readonly said: FromBackend[] = [];
  postMessage(message: FromBackend): void {
    this.said.push(message);
    this.emit('said');
  }
  send(data: ToBackend, ports: readonly unknown[] = []): void {
    this.emit('message', { data, ports });
  }
}

const COMPILED = '/a folder/Backend Code';

async function started(): Promise<FakeShell> {
  const shell = new FakeShell();
  vi.stubGlobal(
    'process',
    Object.assign(Object.create(process), {
      parentPort: shell,
      argv: ['electron', 'backend.js', COMPILED],
      exit: vi.fn(() => shell.emit('exit')),
    }),
  );
  vi.resetModules();
  await import('./start.ts');
  return shell;
}

const client = (port: NodePort): RouterClient<WindowRouter> => {
  port.start();
  return createORPCClient(new RPCLink({ port: port as never }));
};

test('the compiled code of the backend is kept in the folder that the shell names', async () => {
  const keep = vi.spyOn(module, 'enableCompileCache').mockReturnValue({ status: 1 });
  await started();
  expect(keep).toHaveBeenCalledWith(COMPILED);
  keep.mockRestore();
  vi.unstubAllGlobals();
});

test('a line that comes before the stores are open is answered, and closing ends the process', async () => {
  const shell = await started();
  const { port1, port2 } = new MessageChannel();
  shell.send({ type: 'open', dataDir: temporaryFolder(), demo: true, join: null, policy: { problem: null } });
  shell.send({ type: 'connect' }, [port2]);
  expect(await client(port1).session.get()).toMatchObject({ officer: null, centralUrl: null, demo: true });
  expect(shell.said).toEqual([
    { type: 'store', sqlite: expect.stringMatching(/^3\.\d+\.\d+$/) },
    { type: 'ready' },
  ]);
  const exit = once(shell, 'exit');
  shell.send({ type: 'close' });
  await exit;
  port1.close();
  vi.unstubAllGlobals();
});

test('the shell hears whether an update may be installed, also when there is nothing to copy', async () => {
  const shell = await started();
  shell.send({ type: 'open', dataDir: temporaryFolder(), demo: true, join: null, policy: { problem: null } });
  shell.send({ type: 'prepare_update' });
  await expect.poll(() => shell.said).toContainEqual({ type: 'update_prepared', readiness: 'copied' });
  const exit = once(shell, 'exit');
  shell.send({ type: 'close' });
  await exit;
  vi.unstubAllGlobals();
});

test('a line whose message cannot be read is ended, and the others are answered', async () => {
  const shell = await started();
  const bad = new MessageChannel();
  const good = new MessageChannel();
  shell.send({ type: 'open', dataDir: temporaryFolder(), demo: true, join: null, policy: { problem: null } });
  shell.send({ type: 'connect' }, [bad.port2]);
  shell.send({ type: 'connect' }, [good.port2]);
  const { session } = client(good.port1);
  for (const message of ['rahasia', '{"i":"1"}', { i: '1' }, null, 7]) {
    bad.port1.postMessage(message);
  }
  await once(bad.port1.start() ?? bad.port1, 'close');
  expect(await session.get()).toMatchObject({ demo: true });
  const exit = once(shell, 'exit');
  shell.send({ type: 'close' });
  await exit;
  good.port1.close();
  vi.unstubAllGlobals();
});

test('data that cannot be opened is told to the shell, with the reason', async () => {
  const shell = await started();
  const said = once(shell, 'said');
  const folder = temporaryFolder();
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${folder}/key`, 'no key');
  shell.send({ type: 'open', dataDir: folder, demo: false, join: null, policy: { problem: null } });
  await said;
  expect(shell.said).toEqual([
    { type: 'failed', code: 'key_damaged', message: expect.stringContaining('key_damaged') },
  ]);
  vi.unstubAllGlobals();
});
