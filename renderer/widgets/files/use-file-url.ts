import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { readFile } from '../../core/files/read-file.ts';
import { useServices } from '../../core/services/services.tsx';
import type { Backend } from '../../core/transport/backend.ts';

/** How long the bytes of a file that no screen shows stay in memory, for an instant return to it, ms. */
const KEPT_MS = 30_000;

export function fileQuery(backend: Backend, file: Attachment | null) {
  return queryOptions({
    queryKey: [['file'], { input: file?.sha256 }],
    queryFn: file === null ? skipToken : () => readFile(backend, file),
    // The checksum is the key: another content is another file.
    staleTime: 'static',
    gcTime: KEPT_MS,
  });
}

/**
 * An address under which the page can show a file that is on this computer. `url` null: not yet, or not here.
 * The type is one of those that are taken, never a page or a drawing with code. The address outlives the
 * screen by as long as the bytes do: a picture that goes away while the browser begins to read it would ask
 * for an address that is gone.
 */
export function useFileUrl(file: Attachment | null) {
  const { backend } = useServices();
  const { data: blob, isError } = useQuery(fileQuery(backend, file));
  const [shown, setShown] = useState<{ readonly blob: Blob; readonly url: string } | null>(null);
  useEffect(() => {
    if (blob === undefined) return;
    const url = URL.createObjectURL(blob);
    setShown({ blob, url });
    return () => {
      setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
      setShown(null);
    };
  }, [blob]);
  return { url: shown !== null && shown.blob === blob ? shown.url : null, failed: isError };
}
