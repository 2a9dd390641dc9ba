import * as z from 'zod';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { TELL_CHANNEL } from './channels.ts';
import { hearPage } from './from-page.ts';
import type { ShellMemory } from './shell-memory.ts';

const words = z.string().min(1).max(200);
const line = z.strictObject({
  id: words,
  label: words,
  key: z.string().min(1).max(20).nullable(),
  enabled: z.boolean(),
});
const group = z.strictObject({
  name: z.enum(['case', 'list', 'views', 'all', 'settings']),
  label: words,
  lines: z.array(line).max(100).readonly(),
});
const schema = z.strictObject({
  language: z.enum(['id', 'en']).exactOptional(),
  menu: z.array(group).max(5).readonly().exactOptional(),
});

/** What the page has told of itself; as long as it has said nothing, it has no menu and its last language. */
export function listenToPage(memory: ShellMemory, changed: () => void): () => WindowFacts {
  let facts: WindowFacts = { language: memory.read().language, menu: [] };
  hearPage(TELL_CHANNEL, z.tuple([schema]), (_page, told) => {
    facts = { ...facts, ...told };
    const { language } = facts;
    if (language !== memory.read().language) memory.write({ ...memory.read(), language });
    changed();
  });
  return () => facts;
}
