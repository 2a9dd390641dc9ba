import type { DiagnosticFile } from '#shared/contract/window/diagnostics.ts';
import type { TextFile } from '../../core/browser/download.ts';

/** One text of all files, as they are shown: whoever gets it can read it anywhere. */
export function problemFile(files: readonly DiagnosticFile[], at: string): TextFile {
  const parts = files.map(({ name, text }) => `===== ${name} =====\n${text.trimEnd()}\n`);
  return {
    name: `penghubung-masalah-${at.slice(0, 10)}.txt`,
    type: 'text/plain;charset=utf-8',
    content: parts.join('\n'),
  };
}
