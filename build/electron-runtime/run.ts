import { spawn } from 'node:child_process';

/** Runs a program of the system to its end. @throws with its last words when it fails or is not there */
export function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let words = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (words += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ${args[0]}: ${words.trim().slice(-2_000) || `kode ${code}`}`));
    });
  });
}
