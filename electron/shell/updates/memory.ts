import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const schema = z.object({ id: z.uuid(), newest: z.string(), looked: z.number() });
type Memory = z.infer<typeof schema>;

/**
 * What this PC remembers of updates: its number, the date of the newest note that it believed, and when it
 * has last looked for one by itself.
 */
export function updateMemory(dir: string) {
  const file = join(dir, 'updates.json');
  const write = (memory: Memory): Memory => {
    writeFileSync(`${file}.new`, JSON.stringify(memory));
    renameSync(`${file}.new`, file);
    return memory;
  };
  const read = (): Memory => {
    try {
      return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return write({ id: randomUUID(), newest: '', looked: 0 });
    }
  };
  return {
    read,
    /** A note of this date was believed. */
    believed: (date: string): void => {
      const memory = read();
      if (date > memory.newest) write({ ...memory, newest: date });
    },
    looked: (at: number): void => {
      write({ ...read(), looked: at });
    },
  };
}
