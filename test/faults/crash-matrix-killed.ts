import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { type Commit, playHour } from './crash-matrix-play.ts';

// A process that plays the hour and kills itself with SIGKILL in the midst of a commit: nothing of it ends in
// order. What was outside of it is written down first.
const [dataDir, world, number, when] = process.argv.slice(2);
if (dataDir === undefined || world === undefined) throw new Error('DATA WORLD NUMBER before|after');
const dieAt = (at: string) => (commit: Commit) => {
  if (commit.number !== Number(number) || at !== when) return;
  writeFileSync(world, serialize(commit.world()));
  process.kill(process.pid, 'SIGKILL');
};
await playHour(dataDir, {
  before: dieAt('before'),
  after: dieAt('after'),
  pause: () => Promise.resolve(false),
});
