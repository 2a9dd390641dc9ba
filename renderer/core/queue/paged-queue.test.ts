import { expect, test } from 'vitest';
import type { QueuePage, QueueRow } from '#shared/contract/window/queue.ts';
import { PAGE_SIZE, PagedQueue } from './paged-queue.ts';

const row = (n: number): QueueRow => ({
  id: `lapor-${n}`,
  trackingId: String(n),
  title: `Laporan ${n}`,
  district: null,
  assignee: null,
  priority: 'normal',
  labels: [],
  plannedDay: null,
  snoozedUntil: null,
  category: null,
  rawStatus: 'Terverifikasi',
  bucket: 'belum_ditindaklanjuti',
  statusKnown: true,
  anonymous: false,
  confidential: false,
  receivedAt: '2026-11-02T02:00:00.000Z',
  due: null,
  unread: false,
  pending: null,
  hasDraft: false,
  viewers: [],
});

/** A backend with complaints 1…n, in order; the cursor is the last number of the page before. */
function backend(n: number) {
  let numbers = Array.from({ length: n }, (_, index) => index + 1);
  const asked: (string | null)[] = [];
  let down = false;
  return {
    asked,
    remove: (number: number) => {
      numbers = numbers.filter((other) => other !== number);
    },
    setDown: (value: boolean) => {
      down = value;
    },
    fetch: async (after: string | null): Promise<QueuePage> => {
      asked.push(after);
      if (down) throw new Error('no line');
      const rest = numbers.filter((number) => number > Number(after ?? 0));
      const page = rest.slice(0, PAGE_SIZE);
      return {
        rows: page.map(row),
        next: rest.length > PAGE_SIZE ? String(page.at(-1)) : null,
        total: numbers.length,
        groups: [{ urgency: 'later', count: numbers.length }],
      };
    },
  };
}

const settle = async () => {
  for (let turn = 0; turn < 3_000; turn++) await Promise.resolve();
};

test('knows the length from the first page, and reads on as the list is scrolled', async () => {
  const { fetch, asked } = backend(1_000);
  const queue = new PagedQueue(fetch);
  queue.show(0, 20);
  await settle();
  expect([queue.state().total, asked]).toEqual([1_000, [null]]);
  expect([queue.rowAt(0)?.trackingId, queue.rowAt(250)]).toEqual(['1', null]);
  queue.show(240, 260);
  await settle();
  expect([queue.rowAt(250)?.trackingId, asked]).toEqual(['251', [null, '200']]);
});

test('jumps to the end of 100,000 complaints and keeps only what is near the screen', async () => {
  const { fetch } = backend(100_000);
  const queue = new PagedQueue(fetch);
  queue.show(0, 20);
  await settle();
  queue.show(99_980, 99_999);
  while (queue.rowAt(99_999) === null) await settle();
  expect(queue.rowAt(99_999)?.trackingId).toBe('100000');
  const held = Array.from({ length: 500 }, (_, page) => queue.rowAt(page * PAGE_SIZE)).filter(Boolean);
  expect(held.length).toBeLessThanOrEqual(20);
  queue.show(0, 20);
  await settle();
  expect(queue.rowAt(5)?.trackingId).toBe('6');
});

test('after a change every row on the screen stands at its place', async () => {
  const { fetch, remove } = backend(600);
  const queue = new PagedQueue(fetch);
  queue.show(190, 410);
  await settle();
  remove(1);
  remove(250);
  queue.refresh();
  expect(queue.rowAt(200)?.trackingId).toBe('201');
  await settle();
  const shown = [199, 200, 247, 248, 249, 400].map((index) => queue.rowAt(index)?.trackingId);
  expect([queue.state().total, shown]).toEqual([598, ['201', '202', '249', '251', '252', '403']]);
});

test('a change while an answer is on its way is read once more', async () => {
  const { fetch, remove, asked } = backend(50);
  const queue = new PagedQueue(fetch);
  queue.show(0, 20);
  remove(3);
  queue.refresh();
  await settle();
  expect([asked.length, queue.state().total]).toEqual([2, 49]);
});

test('finds a complaint among the rows in memory', async () => {
  const { fetch } = backend(500);
  const queue = new PagedQueue(fetch);
  queue.show(0, 450);
  await settle();
  expect([queue.indexOf('lapor-405'), queue.indexOf('lapor-999')]).toEqual([404, -1]);
});

test('keeps its rows when the backend does not answer, and reads again on the next news', async () => {
  const { fetch, setDown } = backend(30);
  const queue = new PagedQueue(fetch);
  queue.show(0, 20);
  await settle();
  setDown(true);
  queue.refresh();
  await settle();
  expect([queue.state().failed, queue.rowAt(0)?.trackingId]).toEqual([true, '1']);
  setDown(false);
  queue.refresh();
  await settle();
  expect(queue.state().failed).toBe(false);
});

test('an empty view is known to be empty', async () => {
  const queue = new PagedQueue(backend(0).fetch);
  queue.show(0, 20);
  await settle();
  expect(queue.state()).toMatchObject({ total: 0, failed: false });
});
