import { writePrivately } from '#shared/node/private-files.ts';
import { runCli } from './cli/run.ts';

writePrivately();
process.exitCode = await runCli(process.argv.slice(2));
