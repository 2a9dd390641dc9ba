import { trustedUrl } from '../browser/trusted-url.ts';
import workerUrl from './reduce-worker.ts?worker&url';
import { type PhotoType, photoTypeOf } from './reduction.ts';

/** What the worker answers: a smaller copy; null: it goes as it is; 'failed': that could not be found out. */
type Reduced = Blob | null | 'failed';

/** A smaller copy of a photo; null: it is none, or it goes as it is. */
export async function reduce(file: File): Promise<Blob | null> {
  const type = photoTypeOf(new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  if (type === null) return null;
  const copy = await reduceOnce(file, type);
  if (copy !== 'failed') return copy;
  // A PC that had no memory for it a moment ago may have some now.
  const again = await reduceOnce(file, type);
  return again === 'failed' ? null : again;
}

/** Each has a worker of its own, which takes its memory away with it. */
async function reduceOnce(file: File, type: PhotoType): Promise<Reduced> {
  const worker = new Worker(trustedUrl(workerUrl), { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.onmessage = (event: MessageEvent<Reduced>) => resolve(event.data);
      worker.onerror = () => resolve('failed');
      worker.postMessage({ file, type });
    });
  } finally {
    worker.terminate();
  }
}
