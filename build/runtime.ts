import { prepareRuntime } from './electron-runtime/runtime.ts';

try {
  const runtime = await prepareRuntime(process.env, (line) => console.log(line));
  console.log(runtime.executable);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
