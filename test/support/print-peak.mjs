// Preloaded into a process whose memory a test measures: says its peak, in MB, as the last line on stderr.
import { existsSync, readFileSync } from 'node:fs';

process.on('exit', () => {
  // On Linux the usual figure, maxRSS, begins with that of the parent; VmHWM is the process's own.
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  console.error(Number(kilobytes) / 1024);
});
