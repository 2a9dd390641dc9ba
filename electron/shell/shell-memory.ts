import * as z from 'zod';
import { closingSetting } from '#shared/contract/process/shell-settings.ts';
import { settings } from '#shared/contract/window/settings.ts';
import { keptFile } from './kept-file.ts';

const schema = z.object({
  closing: closingSetting,
  /** The page's own, for what the shell says before there is a page. */
  language: settings.shape.language,
});
export type ShellMemory = ReturnType<typeof shellMemory>;

/** What the officer has chosen of the shell, kept in its own folder. */
export function shellMemory(dir: string) {
  return keptFile(dir, 'shell.json', schema, { closing: 'ask', language: 'id' });
}
