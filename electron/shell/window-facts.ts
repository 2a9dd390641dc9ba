import * as z from 'zod';
import type { WindowFacts } from '#shared/contract/process/window-bridge.ts';
import { TELL_CHANNEL } from './channels.ts';
import { hearPage } from './from-page.ts';

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

/** What the page has told of itself; as long as it has said nothing, it speaks Indonesian and has no menu. */
export function listenToPage(changed: () => void): () => WindowFacts {
  let facts: WindowFacts = { language: 'id', menu: [] };
  hearPage(TELL_CHANNEL, z.tuple([schema]), (_page, told) => {
    facts = { ...facts, ...told };
    changed();
  });
  return () => facts;
}
