import { expect, test } from 'vitest';
import { complaintNo, MONDAY } from '../testing/samples.ts';
import { testBackend, until, untilSynced } from '../testing/test-backend.ts';

const hole = (number: number, finalText: string) =>
  complaintNo(number, { title: 'Jalan Berlubang Di Simpang Tiga', originalText: '-', finalText });
const FIRST = hole(30, 'jalan Cemara berlubang dalam dekat masjid Taqwa, banyak pengendara jatuh');
const SECOND = hole(1, 'jln cemara berlubang dkt masjid taqwa, sdh byk pengendara jatuh');
const OTHERS = Array.from({ length: 20 }, (_, n) =>
  complaintNo(40 + n, {
    title: 'Sampah Menumpuk',
    finalText: `sampah berserakan, baunya ${n}`,
    originalText: '-',
    village: 'Tanjung Baru',
  }),
);

async function synced() {
  const bench = await testBackend([FIRST, SECOND, ...OTHERS]);
  await untilSynced(bench);
  await until(() => searchable(bench));
  return bench;
}
const searchable = async ({ client }: Awaited<ReturnType<typeof testBackend>>) =>
  (await client.similar.of({ id: FIRST.id })).length > 0;

test('complaints similar to the one that is read are listed with the reasons', async () => {
  const { client } = await synced();
  expect(await client.similar.of({ id: FIRST.id })).toEqual([
    {
      id: SECOND.id,
      trackingId: SECOND.trackingId,
      title: SECOND.title,
      rawStatus: SECOND.rawStatus,
      bucket: 'belum_ditindaklanjuti',
      receivedAt: SECOND.receivedAt,
      score: expect.closeTo(1, 1),
      reasons: {
        words: ['jalan berlubang simpang tiga cemara'],
        place: 'village',
        daysApart: 1,
        sameCategory: true,
      },
    },
  ]);
  expect(await client.similar.of({ id: 'lapor-0' })).toEqual([]);
});

test('a text that is no complaint yet is compared in the same way', async () => {
  const { client } = await synced();
  const text = {
    title: 'Jalan berlubang simpang tiga',
    text: 'jalan cemara berlubang dekat masjid taqwa',
    district: FIRST.district,
    village: FIRST.village,
    at: new Date(MONDAY).toISOString(),
    categoryPath: [],
  };
  const ids = async (exceptId?: string) =>
    (await client.similar.toText({ ...text, ...(exceptId === undefined ? {} : { exceptId }) })).map(
      ({ id }) => id,
    );
  expect(new Set(await ids())).toEqual(new Set([FIRST.id, SECOND.id]));
  expect(await ids(SECOND.id)).toEqual([FIRST.id]);
  await expect(client.similar.toText({ ...text, at: 'kemarin' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('a complaint shows those that were grouped under it, at once and after the central service has taken it', async () => {
  const bench = await synced();
  const { client } = bench;
  const body = { kind: 'link', payload: { trackingId: FIRST.trackingId } } as const;
  const grouped = async () => (await client.similar.group({ id: FIRST.id })).map(({ id }) => id);
  expect(await grouped()).toEqual([]);
  await client.command.submit({ complaintId: SECOND.id, body });
  expect(await grouped()).toEqual([SECOND.id]);
  bench.clock.advance(10_000);
  await until(async () => (await client.sync.status()).undelivered === 0);
  expect(await grouped()).toEqual([SECOND.id]);
  expect(await client.similar.group({ id: 'lapor-0' })).toEqual([]);
});
