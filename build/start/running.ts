import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { dirname } from 'node:path';
import * as z from 'zod';

const note = z.object({ port: z.int().min(1).max(65_535), mark: z.string(), dataDir: z.string().nullable() });

export type Presence = Awaited<ReturnType<typeof announce>>;

/** Makes this run known: a note in `file` names a loopback port that answers as long as the process lives. */
export async function announce(file: string) {
  const mark = randomUUID();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(mark);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const write = (dataDir: string | null) =>
    writeFileSync(file, JSON.stringify({ port, mark, dataDir }), { mode: 0o600 });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  write(null);
  return {
    /** The folder of the browser host, for whoever starts it a second time. */
    setDataDir: (dataDir: string): void => write(dataDir),
    end: (): void => {
      rmSync(file, { force: true });
      server.close();
    },
  };
}

/** The run that is going on, or null. `dataDir` null: it is starting, or has a window of its own. */
export async function findRunning(file: string): Promise<{ readonly dataDir: string | null } | null> {
  const known = readNote(file);
  if (known === null || (await answerOf(known.port)) !== known.mark) return null;
  return { dataDir: known.dataDir };
}

function readNote(file: string): z.infer<typeof note> | null {
  try {
    return note.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** A run on a busy machine takes its time to answer, ms. */
const PATIENCE_MS = 10_000;

/** What a loopback port says to whoever connects; null: nobody is there. */
function answerOf(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(text));
  });
}
