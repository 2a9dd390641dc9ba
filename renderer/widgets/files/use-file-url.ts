import { useEffect, useState } from 'react';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { useServices } from '../../core/services/services.tsx';

/**
 * An address under which the page can show a file that is on this computer; it is given back when the screen
 * lets go of the file. `url` null: not yet, or not here. The type is one of those that are taken, never a
 * page or a drawing with code.
 */
export function useFileUrl(file: Attachment | null): {
  readonly url: string | null;
  readonly failed: boolean;
} {
  const { files } = useServices();
  const [shown, setShown] = useState<{ sha256: string; url: string | null } | null>(null);
  const sha256 = file?.sha256 ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: its checksum says which file it is
  useEffect(() => {
    if (file === null) return;
    let left = false;
    let url: string | null = null;
    void files.load(file).then((blob) => {
      if (left) return;
      url = blob === null ? null : URL.createObjectURL(blob);
      setShown({ sha256: file.sha256, url });
    });
    return () => {
      left = true;
      if (url !== null) URL.revokeObjectURL(url);
      setShown(null);
    };
  }, [files, sha256]);
  const current = shown !== null && shown.sha256 === sha256 ? shown : null;
  return { url: current?.url ?? null, failed: current !== null && current.url === null };
}
