import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { openDisplay } from './display.ts';
import { ORDINARY_USER } from './installed-app.ts';

export type Session = {
  /** By which a program finds the session's bus. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string };
  /** What was shown, as dunst prints it: `summary: '…'` and `body: '…'` among other lines. */
  readonly shown: () => string;
  /** The officer clicks the notification that came last. */
  readonly click: () => void;
  readonly close: () => Promise<void>;
};

/** The officer's session: its bus, and dunst, which shows notifications on a screen that nobody looks at. */
export async function openSession(home: string): Promise<Session> {
  mkdirSync(home, { mode: 0o700 });
  const user = process.getuid?.() === 0 ? { uid: ORDINARY_USER, gid: ORDINARY_USER } : {};
  if (user.uid !== undefined) execFileSync('chown', [`${user.uid}:${user.gid}`, home]);
  const display = await openDisplay('800x400x24');
  const base = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, DISPLAY: display.name };
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
    spawn(program, args, { ...user, env, stdio: ['ignore', 'pipe', 'ignore'] });

  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=1'], base);
  const [address]: unknown[] = await once(bus.stdout, 'data');
  const own = { DBUS_SESSION_BUS_ADDRESS: String(address).trim() };
  const env = { ...base, ...own };
  const dunst = start('dunst', ['-print'], env);
  let shown = '';
  dunst.stdout.on('data', (words: Buffer) => {
    shown += String(words);
  });
  return {
    env: own,
    shown: () => shown,
    click: () => void execFileSync('dunstctl', ['action'], { ...user, env }),
    close: async () => {
      for (const program of [dunst, bus]) await ended(program);
      await display.close();
    },
  };
}

async function ended(program: ChildProcess): Promise<void> {
  const gone = once(program, 'exit');
  program.kill();
  await gone;
}
