import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { resetElectron } from '../testing/electron.ts';
import { autostartEntry, autostartOf, isEntryOn } from './autostart.ts';

const COMMAND = { path: '/opt/Penghubung/penghubung', args: ['--hidden'] };

test('on Linux it is an entry of the officer’s own folder, which the desktop may switch off', () => {
  const dir = mkdtempSync(join(tmpdir(), 'penghubung-autostart-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  resetElectron(dir);
  const file = join(dir, 'config/autostart/penghubung.desktop');
  const autostart = autostartOf('linux', COMMAND);
  expect(autostart.isOn()).toBe(false);
  autostart.set(false);
  autostart.set(true);
  expect(autostart.isOn()).toBe(true);
  const entry = readFileSync(file, 'utf8');
  expect(entry).toContain('\nExec="/opt/Penghubung/penghubung" "--hidden"\n');
  writeFileSync(file, `${entry}X-GNOME-Autostart-enabled=false\n`);
  expect(autostart.isOn()).toBe(false);
  autostart.set(true);
  expect(readFileSync(file, 'utf8')).toBe(entry);
  autostart.set(false);
  expect(autostart.isOn()).toBe(false);
});

test('nothing in the name of a folder means anything to whoever reads the entry', () => {
  const args = ['--data', '/home/rina/data 100% "baru"\\`x` $HOME'];
  const entry = autostartEntry({ path: '/opt/a b/penghubung', args });
  expect(entry).toContain('\nTryExec=/opt/a b/penghubung\n');
  // Whoever reads it takes the escapes of a value away first, then those of words in quotation marks.
  const read = /^Exec=(.*)$/m.exec(entry)?.[1]?.replaceAll('\\\\', '\\');
  expect(read).toBe('"/opt/a b/penghubung" "--data" "/home/rina/data 100%% \\"baru\\"\\\\\\`x\\` \\$HOME"');
  expect(entry.match(/^Exec/gm)).toHaveLength(1);
  expect(autostartEntry({ path: '/x', args: ['a\nExec=evil'] }).match(/^Exec/gm)).toHaveLength(1);
});

test.each([
  [null, false],
  ['[Desktop Entry]\nExec=x\n', true],
  ['[Desktop Entry]\nExec=x\nHidden=true\n', false],
  ['[Desktop Entry]\nExec=x\nX-GNOME-Autostart-enabled=false\r\n', false],
])('the entry %j is on: %s', (entry, on) => {
  expect(isEntryOn(entry)).toBe(on);
});
