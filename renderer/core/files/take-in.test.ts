import { ORPCError } from '@orpc/client';
import { expect, test, vi } from 'vitest';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Backend } from '../transport/backend.ts';
import { fromBase64 } from './base64.ts';
import { takeIn } from './take-in.ts';

const INTO = {
  complaintId: 'lapor-1',
  kind: 'follow_up',
  draftId: 'd-1',
  name: 'foto.jpg',
  reducedFrom: null,
} as const;
const bytes = Uint8Array.from({ length: CHUNK_BYTES * 2 + 5 }, (_, at) => at % 251);

/**
 * A store that keeps pieces as the real one does, and a line that breaks at the named questions, before or
 * after they arrive.
 */
function store(breaks: readonly string[] = []) {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1_000 });
  const left = [...breaks];
  let here = new Uint8Array();
  let taken = false;
  const line = async <T>(name: string, run: () => T): Promise<T> => {
    const lose = (how: string) => {
      const at = left.indexOf(`${name} ${how}`);
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    };
    if (lose('unasked')) throw new Error('line lost');
    const answer = run();
    if (lose('unanswered')) throw new Error('line lost');
    return answer;
  };
  const fake = {
    attachment: {
      begin: () => line('begin', () => ({ ok: true, id: 'a-1' })),
      append: (input: { offset: number; bytes: string }) =>
        line('append', () => {
          if (input.offset === here.length) here = new Uint8Array([...here, ...fromBase64(input.bytes)]);
          return { received: here.length };
        }),
      finish: () =>
        line('finish', () => {
          const answer = taken
            ? { ok: false, code: 'incomplete' }
            : { ok: true, attachment: { id: 'a-1', name: 'foto.jpg' } };
          taken = true;
          return answer;
        }),
    },
    draft: { list: async () => [{ attachments: taken ? [{ id: 'a-1', name: 'foto.jpg' }] : [] }] },
  };
  return { backend: fake as unknown as Backend, here: () => here };
}

test('a file arrives in chunks, byte for byte, and its progress is told', async () => {
  const { backend, here } = store();
  const shares: number[] = [];
  const taken = await takeIn(backend, new Blob([bytes]), INTO, (share) => shares.push(share));
  expect(taken).toMatchObject({ ok: true, attachment: { id: 'a-1' } });
  expect(Buffer.from(here()).equals(Buffer.from(bytes))).toBe(true);
  expect(shares).toEqual([CHUNK_BYTES / bytes.length, (2 * CHUNK_BYTES) / bytes.length, 1]);
});

test.each(['begin unasked', 'append unasked', 'append unanswered', 'finish unasked', 'finish unanswered'])(
  'a line that breaks (%s) neither loses nor doubles a byte of a file',
  async (breakage) => {
    const { backend, here } = store([breakage]);
    expect(await takeIn(backend, new Blob([bytes]), INTO, () => {})).toMatchObject({ ok: true });
    expect(Buffer.from(here()).equals(Buffer.from(bytes))).toBe(true);
  },
);

test('a full disk and a file that cannot be read are told as such', async () => {
  const full = {
    attachment: { begin: () => Promise.reject(new ORPCError('storage_full', { status: 507 })) },
  } as unknown as Backend;
  expect(await takeIn(full, new Blob([bytes]), INTO, () => {})).toEqual({ ok: false, code: 'storage_full' });

  const gone = new Blob([bytes]);
  gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as Blob;
  expect(await takeIn(store().backend, gone, INTO, () => {})).toEqual({ ok: false, code: 'unreadable' });
});
