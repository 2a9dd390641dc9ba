import { photoTypeOf } from './reduction.ts';

/** A smaller copy of a photo; null: it is none, or it goes as it is. Each has a worker of its own, which takes its memory away with it. */
export async function reduce(file: File): Promise<Blob | null> {
  const type = photoTypeOf(new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  if (type === null) return null;
  const worker = new Worker(new URL('./reduce-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.onmessage = (event: MessageEvent<Blob | null>) => resolve(event.data);
      worker.onerror = () => resolve(null);
      worker.postMessage({ file, type });
    });
  } finally {
    worker.terminate();
  }
}
