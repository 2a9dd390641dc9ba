import { expect, test } from 'vitest';
import type { DraftKey } from '../drafts/drafts.ts';
import type { Backend } from '../transport/backend.ts';
import { Attaching } from './attaching.ts';

const key: DraftKey = { complaintId: 'lapor-1', kind: 'follow_up' };
const photo = (name: string, text = 'isi') => new File([text], name);

/** A store that takes everything but empty files, and tells what it was asked. */
function backend(reduce: (file: File) => Promise<Blob | null> = async () => null) {
  const told: string[] = [];
  let made = 0;
  const fake = {
    attachment: {
      begin: async (input: { name: string; size: number; reducedFrom: string | null; draftId: string }) => {
        told.push(
          `${input.draftId} ${input.name}${input.reducedFrom === null ? '' : ` for ${input.reducedFrom}`}`,
        );
        return input.size === 0 ? { ok: false, code: 'empty_file' } : { ok: true, id: `a-${++made}` };
      },
      append: async ({ bytes }: { bytes: string }) => ({ received: atob(bytes).length }),
      finish: async ({ id }: { id: string }) => ({ ok: true, attachment: { id, name: 'foto.tiang.png' } }),
    },
  };
  return { told, attaching: new Attaching({ backend: fake as unknown as Backend, reduce }) };
}

test('files go into their draft one after the other, and nothing of them stays on the way', async () => {
  const { told, attaching } = backend();
  const done = attaching.add('d-1', key, [photo('satu.jpg'), photo('dua.jpg')]);
  expect([attaching.read('d-1').map(({ name }) => name), attaching.isBusy('d-1')]).toEqual([
    ['satu.jpg', 'dua.jpg'],
    true,
  ]);
  await done;
  expect([told, attaching.read('d-1')]).toEqual([['d-1 satu.jpg', 'd-1 dua.jpg'], []]);
});

test('a file that is not taken says why until it is read, and stops no other', async () => {
  const { attaching } = backend();
  await attaching.add('d-1', key, [photo('kosong.jpg', ''), photo('dua.jpg')]);
  const [failed, ...others] = attaching.read('d-1');
  expect([failed, others]).toMatchObject([
    { name: 'kosong.jpg', stage: 'failed', problem: 'empty_file' },
    [],
  ]);
  expect(attaching.isBusy('d-1')).toBe(false);
  attaching.dismiss('d-1', failed?.id ?? 0);
  expect(attaching.read('d-1')).toEqual([]);
});

test('a smaller copy follows when the original is whole, under its name as a JPEG', async () => {
  const { told, attaching } = backend(async () => new Blob(['k']));
  await attaching.add('d-1', key, [photo('foto.tiang.png')]);
  expect(told).toEqual(['d-1 foto.tiang.png', 'd-1 foto.tiang.jpg for a-1']);
});

test('a picture that cannot be made smaller goes as it is', async () => {
  const { told, attaching } = backend(() => Promise.reject(new Error('not a picture')));
  await attaching.add('d-1', key, [photo('foto.jpg')]);
  expect([told, attaching.read('d-1')]).toEqual([['d-1 foto.jpg'], []]);
});

test('a draft that was thrown away takes no more files, which would bring it back empty', async () => {
  const { told, attaching } = backend();
  const done = attaching.add('d-1', key, [photo('satu.jpg'), photo('dua.jpg')]);
  attaching.end('d-1');
  await done;
  expect([told, attaching.read('d-1')]).toEqual([[], []]);
});
