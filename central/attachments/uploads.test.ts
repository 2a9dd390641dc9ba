import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_ATTACHMENT_BYTES } from '#shared/domain/complaint/attachment.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { startProxy } from '../../test/support/proxy.ts';
import { LIMITS } from '../http/limits.ts';
import { append, beginWriting, createUpload } from '../store/uploads.ts';
import { attachmentOf, photo, sha256Of, tusClient } from '../testing/files.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
const KIB = 1024;
let central: TestCentral;
let now = new Date('2026-02-20T03:00:00.000Z');
let rina: TestOfficer;
let nurse: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral({ now: () => now });
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  nurse = await central.enrol(B.name, 'penghubung', 'dr. Tiur');
});
afterAll(() => central.close());

const as = ({ token }: TestOfficer, address = central.address) => tusClient(address, token);
const idOf = (url: string): string => url.split('/').at(-1) ?? '';
const rowOf = (url: string) =>
  central.db.selectFrom('attachments').selectAll().where('id', '=', idOf(url)).executeTakeFirstOrThrow();
const piecesOf = (url: string) =>
  central.db
    .selectFrom('attachmentChunks')
    .select('firstByte')
    .where('attachmentId', '=', idOf(url))
    .execute();
async function received(url: string, atLeast: number): Promise<number> {
  for (;;) {
    const { received } = await rowOf(url);
    if (received >= atLeast) return received;
  }
}

describe('an upload', () => {
  test('an upload comes in parts and is whole after the last one', async () => {
    const bytes = photo(300 * KIB, 1);
    const rinas = as(rina);
    const url = await rinas.begin(attachmentOf(bytes));
    for (const [from, to] of [
      [0, 1],
      [1, 200_000],
      [200_000, bytes.length],
    ] as const) {
      expect((await rinas.download(sha256Of(bytes), {}, 'HEAD')).status).toBe(404);
      const sent = await rinas.send(url, from, bytes.subarray(from, to));
      expect([sent.status, sent.headers.get('upload-offset')]).toEqual([204, String(to)]);
    }
    expect(await rinas.offset(url)).toBe(bytes.length);
    expect(await rowOf(url)).toMatchObject({ state: 'whole', type: 'image/jpeg', name: 'foto.jpg' });
    expect(Buffer.from(await (await rinas.download(sha256Of(bytes))).arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('an upload is announced with its SHA-256, a kind that is taken, and 1 byte to 25 MiB', async () => {
    const file = attachmentOf(photo(9));
    const status = async (change: object) => (await as(rina).announce({ ...file, ...change })).status;
    expect(await status({ size: 0 })).toBe(400);
    expect(await status({ size: MAX_ATTACHMENT_BYTES })).toBe(201);
    expect(await status({ size: MAX_ATTACHMENT_BYTES + 1 })).toBe(413);
    expect(await status({ sha256: 'x' })).toBe(400);
    expect(await status({ type: 'application/x-msdownload' })).toBe(415);
    expect(await status({ name: '..\\..\\\u202egpj.exe' })).toBe(201);
  });

  test('an upload goes on at the byte that the central service has, also when less than a chunk came before the cut', async () => {
    const bytes = photo(400 * KIB, 2);
    const rinas = as(rina);
    const url = await rinas.begin(attachmentOf(bytes));
    const cut = rinas.open(url, 0, bytes.length);
    cut.write(bytes.subarray(0, 10 * KIB));
    while ((await rowOf(url)).writer === null);
    await new Promise((resolve) => cut.write(bytes.subarray(10 * KIB, 20 * KIB), resolve));
    // Answered after those bytes have come; nothing is stored yet: less than a chunk, and the clock stands
    // still.
    for (let i = 0; i < 3; i++) await rina.client.me();
    expect((await rowOf(url)).received).toBe(0);
    cut.destroy();
    const kept = await received(url, 1);
    expect(kept).toBe(20 * KIB);

    const offset = await rinas.offset(url);
    expect(offset).toBe(kept);
    expect((await rinas.send(url, offset, bytes.subarray(offset))).status).toBe(204);
    expect(await rowOf(url)).toMatchObject({ state: 'whole' });
  });

  test('an upload on a slow line is stored every two seconds, not only chunk by chunk', async () => {
    const bytes = photo(100 * KIB, 3);
    const rinas = as(rina);
    const url = await rinas.begin(attachmentOf(bytes));
    const slow = rinas.open(url, 0, bytes.length);
    slow.write(bytes.subarray(0, 10));
    for (let at = 10; (await rowOf(url)).received === 0; at += 10) {
      now = new Date(now.getTime() + 2_000);
      slow.write(bytes.subarray(at, at + 10));
    }
    expect((await rowOf(url)).received).toBeLessThan(100 * KIB);
    slow.destroy();
  });

  test('an upload has one writer: a line that died unnoticed adds nothing after somebody asked where it stands', async () => {
    const bytes = photo(300 * KIB, 4);
    const rinas = as(rina);
    const url = await rinas.begin(attachmentOf(bytes));
    const old = rinas.open(url, 0, bytes.length);
    old.write(bytes.subarray(0, 150 * KIB));
    await received(url, 128 * KIB);
    const offset = await rinas.offset(url);
    // The old line brings more, of which nothing may be written any more.
    const refused = once(old, 'response');
    old.end(bytes.subarray(150 * KIB));
    expect((await refused)[0].statusCode).toBe(409);
    expect(await rinas.offset(url)).toBe(offset);
    expect((await rinas.send(url, offset, bytes.subarray(offset))).status).toBe(204);
    expect(await rowOf(url)).toMatchObject({ state: 'whole' });
  });

  test('an upload takes bytes only where it stands, and not more than announced', async () => {
    const bytes = photo(KIB, 5);
    const rinas = as(rina);
    const url = await rinas.begin(attachmentOf(bytes));
    expect((await rinas.send(url, 10, bytes.subarray(10))).status).toBe(409);
    expect((await rinas.send(url, 0, Buffer.concat([bytes, bytes]))).status).toBe(413);
    expect(await rinas.offset(url)).toBe(0);
  });

  test('an upload is found through a proxy of another address, and goes on at another process of the service', async () => {
    const second = await startTestCentral({ databaseUrl: central.databaseUrl, now: () => now });
    const proxy = await startProxy(second.address);
    const bytes = photo(200 * KIB, 6);
    const url = await as(rina, proxy.address).begin(attachmentOf(bytes));
    expect(url.startsWith(`${proxy.address}/v1/attachments/`)).toBe(true);
    await as(rina).send(url, 0, bytes.subarray(0, 70_000));
    const direct = `${central.address}/v1/attachments/${idOf(url)}`;
    expect(await as(rina).offset(direct)).toBe(70_000);
    await as(rina).send(direct, 70_000, bytes.subarray(70_000));
    expect((await as(rina, proxy.address).download(sha256Of(bytes), {}, 'HEAD')).status).toBe(200);
    await proxy.close();
    await second.close();
  });

  test('an upload that has every byte but was not looked at, because the service ended, is looked at when asked for', async () => {
    const bytes = photo(KIB, 7);
    const id = crypto.randomUUID();
    const owner = { agencyId: A.id, officerId: rina.officer.id };
    await createUpload(central.db, { ...owner, ...attachmentOf(bytes), id }, LIMITS.uploads, now);
    await beginWriting(central.db, id, 0, id);
    await append(central.db, { id, writer: id }, 0, bytes, now);
    const url = `${central.address}/v1/attachments/${id}`;
    expect(await as(rina).offset(url)).toBe(KIB);
    expect(await rowOf(url)).toMatchObject({ state: 'whole' });
  });

  test('an upload keeps what came before the service ended', async () => {
    const own = await startTestCentral({ databaseUrl: central.databaseUrl, now: () => now });
    const bytes = photo(100 * KIB, 15);
    const rinas = as(rina, own.address);
    const url = await rinas.begin(attachmentOf(bytes));
    const cut = rinas.open(url, 0, bytes.length);
    cut.write(bytes.subarray(0, 10 * KIB));
    while ((await rowOf(url)).writer === null);
    const { client } = await own.enrol(A.name, 'pelaksana', 'Lena');
    for (let i = 0; i < 3; i++) await client.me();
    await own.close();
    expect((await rowOf(url)).received).toBe(10 * KIB);
  });

  test('an upload of bytes that the agency has already is done as well, and they are kept once', async () => {
    const bytes = photo(KIB, 8);
    const [one, two] = [await as(rina).upload(bytes), await as(rina).upload(bytes, { name: 'lagi.jpg' })];
    expect(await as(rina).offset(two)).toBe(KIB);
    expect(await rowOf(two)).toMatchObject({ state: 'duplicate' });
    expect([await piecesOf(one), await piecesOf(two)]).toMatchObject([[{ firstByte: 0 }], []]);
  });
});

describe('wrong bytes', () => {
  test('a program named .jpg is rejected at its end, and its bytes go', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\0'), photo(200 * KIB, 9)]);
    const url = await as(rina).upload(program);
    // For the line the upload is done: the command that names it says why not.
    expect(await as(rina).offset(url)).toBe(program.length);
    expect(await rowOf(url)).toMatchObject({ state: 'rejected', type: null });
    expect(await piecesOf(url)).toEqual([]);
    expect((await as(rina).download(sha256Of(program))).status).toBe(404);
  });

  test('bytes that are not those announced are asked for once more, then rejected', async () => {
    const bytes = photo(KIB, 10);
    const rinas = as(rina);
    const url = await rinas.begin(attachmentOf(photo(KIB, 11)));
    expect((await rinas.send(url, 0, bytes)).status).toBe(409);
    expect(await rinas.offset(url)).toBe(0);
    expect((await rinas.send(url, 0, bytes)).status).toBe(204);
    expect(await rowOf(url)).toMatchObject({ state: 'rejected' });
    expect(await rinas.offset(url)).toBe(KIB);
    for (const sha256 of [sha256Of(bytes), sha256Of(photo(KIB, 11))]) {
      expect((await rinas.download(sha256)).status).toBe(404);
    }
  });

  test('bytes that are damaged on the way once do no harm', async () => {
    const bytes = photo(KIB, 12);
    const url = await as(rina).begin(attachmentOf(bytes));
    await as(rina).send(url, 0, photo(KIB, 13));
    expect((await as(rina).send(url, 0, bytes)).status).toBe(204);
    expect(await rowOf(url)).toMatchObject({ state: 'whole' });
  });
});

describe('who may', () => {
  test('an upload is there for its officer only: no colleague can spoil it, and nobody without a token', async () => {
    const bytes = photo(KIB, 14);
    const url = await as(rina).begin(attachmentOf(bytes));
    expect((await as(nurse).head(url)).status).toBe(404);
    expect((await as(nurse).send(url, 0, bytes)).status).toBe(404);
    for (const nobody of [tusClient(central.address, 'invented'), tusClient(central.address, '')]) {
      expect((await nobody.announce(attachmentOf(bytes))).status).toBe(401);
      expect((await nobody.head(url)).status).toBe(401);
      expect((await nobody.send(url, 0, bytes)).status).toBe(401);
      expect((await nobody.download(sha256Of(bytes))).status).toBe(401);
    }
    const colleague = await central.enrol(A.name, 'pelaksana', 'Togar');
    expect((await as(colleague).send(url, 0, photo(KIB, 16))).status).toBe(404);
    expect((await as(colleague).head(url)).status).toBe(404);
    expect((await as(rina).send(url, 0, bytes)).status).toBe(204);
    // What is whole is the agency's.
    expect((await as(colleague).download(sha256Of(bytes), {}, 'HEAD')).status).toBe(200);
  });

  test('an upload that nobody began is not there, whatever its name', async () => {
    for (const name of [crypto.randomUUID(), 'x', "'; drop table attachments"]) {
      const url = `${central.address}/v1/attachments/${encodeURIComponent(name)}`;
      expect((await as(rina).head(url)).status).toBe(404);
      expect((await as(rina).send(url, 0, photo(9))).status).toBe(404);
    }
  });
});

describe('how much', () => {
  const limited = (uploads: Partial<typeof LIMITS.uploads>) =>
    startTestCentral({
      databaseUrl: central.databaseUrl,
      now: () => now,
      limits: { ...LIMITS, uploads: { ...LIMITS.uploads, ...uploads } },
    });
  const stands = async (urls: readonly string[], client: ReturnType<typeof as>) =>
    Promise.all(urls.map(async (url) => (await client.head(url)).status));

  test.each([{ open: 2 }, { openBytes: 2.5 * KIB }])(
    'an officer has so many unfinished files (%j): a new one ends the one that was quiet for longest',
    async (limit) => {
      const own = await limited(limit);
      const togar = as(await own.enrol(A.name, 'pelaksana', 'Togar'), own.address);
      const begin = async (seed: number): Promise<string> => {
        now = new Date(now.getTime() + 1_000);
        return togar.begin(attachmentOf(photo(KIB, seed)));
      };
      const [first, second] = [await begin(20), await begin(21)];
      now = new Date(now.getTime() + 1_000);
      const slow = togar.open(first, 0, KIB);
      slow.write(photo(KIB, 20).subarray(0, 100));
      while ((await rowOf(first)).writer === null);
      now = new Date(now.getTime() + 3_000);
      slow.write(photo(KIB, 20).subarray(100, 200));
      await received(first, 100);
      const third = await begin(22);
      expect(await stands([second, third], togar)).toEqual([404, 200]);
      expect((await rowOf(first)).received).toBeGreaterThan(0);
      // Nobody else's is touched.
      const others = await as(nurse, own.address).begin(attachmentOf(photo(KIB, 23)));
      expect(await stands([first, third], togar)).toEqual([200, 200]);
      expect(await stands([others], as(nurse, own.address))).toEqual([200]);
      slow.destroy();
      await own.close();
    },
  );

  test('files that no text names fill no disk: the officer is told to come again later', async () => {
    const own = await limited({ unnamed: 2 });
    const lena = as(await own.enrol(A.name, 'pelaksana', 'Lena'), own.address);
    await lena.upload(photo(KIB, 30));
    await lena.upload(Buffer.concat([Buffer.from('MZ'), photo(KIB, 31)]));
    const refused = await lena.announce(attachmentOf(photo(KIB, 32)));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600']);
    await own.close();

    const small = await limited({ unnamedBytes: KIB });
    const tiur = as(await small.enrol(A.name, 'pelaksana', 'Tiur'), small.address);
    await tiur.upload(photo(KIB, 33));
    expect((await tiur.announce(attachmentOf(photo(KIB, 34)))).status).toBe(429);
    await small.close();
  });
});

test.each([
  ['upload-concat', 'partial'],
  ['upload-defer-length', '1'],
])('a part of tus that is not served (%s) is a mistake of the client', async (name, value) => {
  const { sha256, name: filename, type } = attachmentOf(photo(10));
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const answer = await fetch(`${central.address}/v1/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${rina.token}`,
      'tus-resumable': '1.0.0',
      ...(name === 'upload-concat' ? { 'upload-length': '10' } : {}),
      'upload-metadata': `sha256 ${base64(sha256)},filename ${base64(filename)},filetype ${base64(type)}`,
      [name]: value,
    },
  });
  expect(answer.status).toBe(400);
});
