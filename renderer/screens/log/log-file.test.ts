import { expect, test } from 'vitest';
import type { SyncEvent } from '#shared/contract/window/sync.ts';
import { logFile } from './log-file.ts';

const about = { app: '0.1.0', contract: 2, at: '2026-11-25T02:00:00.000Z' };
const events: SyncEvent[] = [
  { at: '2026-11-25T01:59:00.000Z', event: 'accepted', detail: 'K-20931', trackingId: '9300431' },
  { at: '2026-11-25T01:58:00.000Z', event: 'refused', detail: 'superseded', trackingId: '9300440' },
  { at: '2026-11-25T01:57:00.000Z', event: 'uploaded', detail: '214000', trackingId: '9300440' },
  { at: '2026-11-25T01:56:00.000Z', event: 'refused', detail: 'moved', trackingId: '9300427' },
  { at: '2026-11-25T01:50:00.000Z', event: 'enrolled', detail: 'o-42', trackingId: null },
];

test('the file of the log says when, what and by which code', () => {
  expect(logFile(events, about)).toEqual({
    name: 'penghubung-catatan-2026-11-25.txt',
    type: 'text/plain;charset=utf-8',
    content: [
      'Penghubung 0.1.0, contract 2, 2026-11-25T02:00:00.000Z',
      'events: 5',
      'accepted: 1',
      'enrolled: 1',
      'refused: 2',
      'uploaded: 1',
      '',
      '2026-11-25T01:59:00.000Z accepted',
      '2026-11-25T01:58:00.000Z refused superseded',
      '2026-11-25T01:57:00.000Z uploaded 214000',
      '2026-11-25T01:56:00.000Z refused moved',
      '2026-11-25T01:50:00.000Z enrolled',
      '',
    ].join('\r\n'),
  });
});

test('the file of the log names no complaint, officer or receipt', () => {
  const { content } = logFile(events, about);
  for (const name of ['9300431', '9300440', '9300427', 'K-20931', 'o-42'])
    expect(content).not.toContain(name);
});
