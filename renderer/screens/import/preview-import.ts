import { type ImportSummary, MAX_IMPORT_BYTES } from '#shared/contract/window/standalone.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import { toBase64 } from '../../core/files/base64.ts';
import type { Backend } from '../../core/transport/backend.ts';

type ExportRead =
  | { readonly ok: true; readonly summary: ImportSummary }
  /** It did not get as far as being looked at. */
  | { readonly ok: false; readonly problem: 'too_large' | 'unreadable' | 'lost' };

/** Hands LAPOR!'s file over, chunk by chunk, and asks what it would do; nothing is changed yet. */
export async function readExport(backend: Backend, file: Blob): Promise<ExportRead> {
  if (file.size > MAX_IMPORT_BYTES) return { ok: false, problem: 'too_large' };
  try {
    await backend.standalone.beginImport({ size: file.size });
    for (let offset = 0; offset < file.size; offset += CHUNK_BYTES) {
      const bytes = await file
        .slice(offset, offset + CHUNK_BYTES)
        .arrayBuffer()
        .catch(() => null);
      if (bytes === null) return { ok: false, problem: 'unreadable' };
      await backend.standalone.appendImport({ offset, bytes: toBase64(new Uint8Array(bytes)) });
    }
    return { ok: true, summary: await backend.standalone.previewImport({ ours: null }) };
  } catch {
    return { ok: false, problem: 'lost' };
  }
}
