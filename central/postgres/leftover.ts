import { existsSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

/**
 * After a crash the pid file stays behind. PostgreSQL itself takes it for stale only when no process at all
 * has the number; but the number may by now be another program's, or a dead process's that nobody has
 * collected. Every process of a server works in its data folder, so on Linux one can look, and the file goes
 * when none does. Elsewhere PostgreSQL decides.
 * @returns true while a server's processes still work there: it is starting, or has not quite ended
 */
export function clearLeftover(data: string): boolean {
  const file = join(data, 'postmaster.pid');
  if (platform() !== 'linux' || !existsSync(file)) return false;
  if (isInUse(realpathSync(data))) return true;
  rmSync(file, { force: true });
  return false;
}

function isInUse(data: string): boolean {
  return readdirSync('/proc').some((entry) => {
    try {
      return /^\d+$/.test(entry) && readlinkSync(`/proc/${entry}/cwd`) === data;
    } catch {
      // Gone meanwhile, already dead, or of another user, who could not work in our folder.
      return false;
    }
  });
}
