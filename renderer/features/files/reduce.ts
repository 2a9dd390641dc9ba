import { type PhotoType, photoTypeOf } from './reduction.ts';

/** A smaller copy of a photo; null: it is none, or it goes as it is. */
export async function reduce(file: File): Promise<Blob | null> {
  const type = photoTypeOf(new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  if (type === null) return null;
  // A PC that had no memory for it a moment ago may have some now.
  const copy = (await reduceOnce(file, type)) ?? (await reduceOnce(file, type));
  return copy === undefined || copy === 'as_it_is' ? null : copy;
}

/** Undefined: it failed. Each has a worker of its own, which takes its memory away with it. */
async function reduceOnce(file: File, type: PhotoType): Promise<Blob | 'as_it_is' | undefined> {
  const worker = new Worker(new URL('./reduce-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Blob | null | 'failed'>) =>
        resolve(data === 'failed' ? undefined : (data ?? 'as_it_is'));
      worker.onerror = () => resolve(undefined);
      worker.postMessage({ file, type });
    });
  } finally {
    worker.terminate();
  }
}
