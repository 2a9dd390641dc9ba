import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ROOT } from '../base/paths.ts';
import { type Launch, launch, runJson } from './children.ts';

/** Who the demonstration enrols. Invented, as everything in it. */
const OFFICER = 'Nurhayati Saragih';

const filled = z.object({ agencies: z.array(z.object({ id: z.string(), name: z.string() })).min(1) });
const enrolment = z.object({ code: z.string(), agency: z.object({ name: z.string() }) });

export type DemoPlace = {
  readonly central: string;
  readonly host: string;
  readonly logs: string;
  readonly onSpawn: Launch['onSpawn'];
};
export type Join = { readonly centralUrl: string; readonly code: string; readonly name: string };

const cli = (place: DemoPlace, ...args: string[]): Launch => ({
  command: 'node',
  args: [join(ROOT, 'central/cli.ts'), ...args, '--data', place.central],
  cwd: ROOT,
  env: { DATABASE_URL: '', LOG_LEVEL: 'warn' },
  log: join(place.logs, 'central.log'),
  onSpawn: place.onSpawn,
});

/** Brings up the demonstration's central service; null: it does not come up, and its log says why. */
export async function startCentral(place: DemoPlace, port: number) {
  const answer = await launch(cli(place, 'serve', '--port', String(port)));
  if (!answer.ok) return null;
  return { running: answer.running, address: z.string().parse(answer.message.address) };
}

/**
 * Fills the service and gets the officer's one-time code, at the first start. The note stays beside the
 * officer's data: a code that was not used yet is used at the next start, and a used one is not looked at
 * again. Null: it failed, and the log says why.
 */
export async function demoJoin(
  place: DemoPlace,
  centralUrl: string,
): Promise<(Join & { agency: string }) | null> {
  const file = join(place.host, 'demo.json');
  if (!existsSync(file)) {
    const demo = filled.safeParse(await runJson(cli(place, 'demo', '--json')));
    const [agency] = demo.data?.agencies ?? [];
    if (agency === undefined) return null;
    const args = ['enrol', '--opd', agency.name, '--role', 'penghubung', '--name', OFFICER, '--json'];
    const enrolled = enrolment.safeParse(await runJson(cli(place, ...args)));
    if (!enrolled.success) return null;
    mkdirSync(place.host, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(enrolled.data), { mode: 0o600 });
  }
  const { code, agency } = enrolment.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { centralUrl, code, name: OFFICER, agency: agency.name };
}
