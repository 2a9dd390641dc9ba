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

/** A backend with complaints 1…n, in order. The cursor is the last number of the page before. */
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

function shownQueue(fetch: ConstructorParameters<typeof PagedQueue>[0]): PagedQueue {
  const queue = new PagedQueue(fetch);
  queue.subscribe(() => {});
  return queue;
}

const settle = async () => {
  for (let turn = 0; turn < 3_000; turn++) await Promise.resolve();
};

test('a list knows its length from the first page, and reads on as it is scrolled', async () => {
  const { fetch, asked } = backend(1_000);
  const queue = shownQueue(fetch);
  queue.show(0, 20);
  await settle();
  expect([queue.state().total, asked]).toEqual([1_000, [null]]);
  expect([queue.rowAt(0)?.trackingId, queue.rowAt(250)]).toEqual(['1', null]);
  queue.show(240, 260);
  await settle();
  expect([queue.rowAt(250)?.trackingId, asked]).toEqual(['251', [null, '200']]);
});

test('a list jumps to the end of 100,000 complaints and keeps only the rows near the screen', async () => {
  const { fetch } = backend(100_000);
  const queue = shownQueue(fetch);
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

test('after a change every row on the screen of a list has its right index', async () => {
  const { fetch, remove } = backend(600);
  const queue = shownQueue(fetch);
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

test('a page is read once more when something changed while it was on its way', async () => {
  const { fetch, remove, asked } = backend(50);
  const queue = shownQueue(fetch);
  queue.show(0, 20);
  remove(3);
  queue.refresh();
  await settle();
  expect([asked.length, queue.state().total]).toEqual([2, 49]);
});

test('a list finds a complaint among its rows in memory', async () => {
  const { fetch } = backend(500);
  const queue = shownQueue(fetch);
  queue.show(0, 450);
  await settle();
  expect([queue.indexOf('lapor-405'), queue.indexOf('lapor-999')]).toEqual([404, -1]);
});

test('a list keeps its rows when the backend does not answer, and reads again after the next event', async () => {
  const { fetch, setDown } = backend(30);
  const queue = shownQueue(fetch);
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

test('a list of an empty view says that it is empty', async () => {
  const queue = shownQueue(backend(0).fetch);
  queue.show(0, 20);
  await settle();
  expect(queue.state()).toMatchObject({ total: 0, failed: false });
});

test('a hidden list reads nothing after a change until it is shown again', async () => {
  const { fetch, remove, asked } = backend(50);
  const queue = new PagedQueue(fetch);
  const leave = queue.subscribe(() => {});
  queue.show(0, 20);
  await settle();
  leave();
  remove(3);
  queue.refresh();
  await settle();
  expect([asked.length, queue.state().total]).toEqual([1, 50]);
  queue.subscribe(() => {});
  queue.show(0, 20);
  await settle();
  expect([asked.length, queue.state().total]).toEqual([2, 49]);
});
