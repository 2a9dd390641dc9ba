import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program of the system to its end. @throws with what it said when it fails or is not there */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  return (await promisify(execFile)(program, [...args], { cwd })).stdout;
}
