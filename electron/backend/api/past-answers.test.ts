import { expect, test } from 'vitest';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { sampleEntry } from '#shared/domain/testing/samples.ts';
import { complaintNo, ROADS } from '../testing/samples.ts';
import { testBackend, until, untilSynced } from '../testing/test-backend.ts';

const AUTHOR = { officerId: 'x', name: 'Togar', role: 'penghubung', agencyId: ROADS.id } as const;
const answer = (change: Partial<TimelineEntry>) =>
  sampleEntry({ kind: 'follow_up', author: AUTHOR, text: 'Ditambal 20 Mei 2026.', ...change });
const hole = (number: number, timeline: readonly TimelineEntry[], village = 'Cemara') =>
  complaintNo(number, {
    title: 'Jalan Berlubang Di Simpang Tiga',
    originalText: '-',
    finalText: 'jalan Cemara berlubang dalam dekat masjid Taqwa, banyak pengendara jatuh',
    village,
    timeline,
  });
const OTHERS = Array.from({ length: 20 }, (_, n) =>
  complaintNo(40 + n, { title: 'Sampah Menumpuk', finalText: `sampah, baunya ${n}`, originalText: '-' }),
);

test('what the own agency answered to similar complaints is offered as a template, with the words they share', async () => {
  const bench = await testBackend([
    hole(30, []),
    hole(1, [answer({})]),
    hole(2, []),
    hole(3, [answer({ author: { ...AUTHOR, agencyId: 'other' } })]),
    hole(4, [answer({ kind: 'question', text: 'Mohon foto.' })]),
    ...OTHERS,
  ]);
  await untilSynced(bench);
  const ask = () => bench.client.similar.answers({ id: complaintNo(30).id });
  await until(async () => (await ask()).length > 0);
  const answers = await ask();
  expect(answers.map(({ id, text }) => [id, text])).toEqual([[complaintNo(1).id, 'Ditambal {tanggal}.']]);
  expect(answers[0]?.reasons.words.join(' ')).toContain('berlubang');
  expect(await bench.client.similar.answers({ id: 'lapor-0' })).toEqual([]);
});
