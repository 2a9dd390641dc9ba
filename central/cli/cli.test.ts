import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import { rowOf } from '#shared/domain/complaint/row.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import { centralClient } from '../../test/support/central.ts';
import { exportRow, makeExport, sheetRow } from '../../test/support/excel.ts';
import { listen } from '../../test/support/listen.ts';
import { openToOthers } from '../../test/support/open-to-others.ts';
import { freshDatabase } from '../../test/support/postgres.ts';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { migrate } from '../migrations/migrate.ts';
import { insertComplaints } from '../store/complaints.ts';
import { openDatabase } from '../store/database.ts';
import { readHolidays } from '../store/holidays.ts';
import { readServiceRow } from '../store/service-row.ts';

const CLI = join(import.meta.dirname, '..', 'cli.ts');

type Run = { readonly code: number | null; readonly out: string; readonly err: string };

function start(args: readonly string[], env: NodeJS.ProcessEnv, node: readonly string[] = []) {
  const { DATABASE_URL: _, ...rest } = process.env;
  return spawn(process.execPath, [...node, CLI, ...args], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  node: readonly string[] = [],
): Promise<Run> {
  const child = start(args, env, node);
  const [out, err] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const [code] = await once(child, 'close');
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}
/** The last line, as a script reads it. */
const lastLine = ({ out }: Run) => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

describe('with a PostgreSQL server of its own', () => {
  let env: { DATABASE_URL: string };
  beforeAll(async () => {
    env = { DATABASE_URL: await freshDatabase() };
  });

  test('a day off that a decree adds reaches every agency; what is no day, or no table, changes nothing', async () => {
    const database = openDatabase(env.DATABASE_URL);
    await migrate(database.db);
    const before = await readHolidays(database.db);
    expect((await run(['holidays', 'add', '2026-02-31', 'Salah'], env)).err).toContain('2026-02-31');
    expect((await run(['holidays', 'replace', CLI], env)).err).toContain('Tidak ada yang diubah.');
    expect(await readHolidays(database.db)).toEqual(before);
    const added = await run(['holidays', 'add', '2026-10-12', 'Cuti', 'tambahan', '--cuti-bersama'], env);
    expect(added).toMatchObject({ code: 0, out: expect.stringContaining(`versi ${before.version + 1}`) });
    expect((await run(['holidays'], env)).out).toContain('2026-10-12\tCuti tambahan\n');
    expect((await run(['holidays', 'remove', '2026-10-12'], env)).code).toBe(0);
    expect((await readHolidays(database.db)).years).toEqual(before.years);
    await database.close();
  });

  test('a real beginning: register an agency, preview, apply, enrol', async () => {
    expect(await run(['agencies', 'add', 'Dinas', 'Perhubungan', '--id', '7001'], env)).toMatchObject({
      code: 0,
      out: 'OPD Dinas Perhubungan ditambahkan dengan ID 7001; 0 laporan yang menunggunya diteruskan.\n',
    });
    expect((await run(['agencies', 'add', 'DINAS PERHUBUNGAN'], env)).out).toBe(
      'OPD Dinas Perhubungan sudah terdaftar dengan ID 7001; tidak ada yang diubah.\n',
    );
    expect((await run(['agencies'], env)).out).toBe('7001\tDinas Perhubungan\n');
    expect((await run(['agencies', 'approval', 'on', 'dinas', 'perhubungan'], env)).out).toBe(
      'Jawaban Dinas Perhubungan kepada pelapor kini disetujui petugas lain lebih dahulu.\n',
    );
    expect((await run(['agencies', 'approval', 'off', '7001'], env)).out).toBe(
      'Jawaban Dinas Perhubungan kepada pelapor kini tidak perlu persetujuan.\n',
    );

    const file = await makeExport([
      exportRow(),
      exportRow({
        'Tracking ID': '9400002',
        'ID Instansi Terdisposisi': 7004,
        'Instansi Terdisposisi': 'Dinas Kesehatan',
      }),
    ]);
    const preview = await run(['import', file, '--json'], env);
    expect(preview).toMatchObject({ code: 0, err: '' });
    expect(preview.out.trimEnd().split('\n').at(-1)).toBe(
      '{"new":2,"changed":0,"unchanged":0,"unassigned":1,"rejected":[]}',
    );
    expect((await run(['import', file, '--apply'], env)).out).toBe(
      'Diterapkan: 2 baru, 0 berubah, 0 tetap; 1 tanpa OPD yang dikenal; 0 ditolak.\n' +
        'Laporan tanpa OPD yang dikenal menunggu di Admin Instansi. Daftarkan OPD-nya dengan agencies add, atau beri kode kepada petugas pertamanya dengan enrol; laporannya lalu diteruskan.\n',
    );
    expect(lastLine(await run(['import', file, '--apply', '--create-agencies', '--json'], env))).toEqual({
      new: 0,
      changed: 1,
      unchanged: 1,
      unassigned: 0,
      rejected: [],
    });
    expect(
      lastLine(await run(['enrol', '--opd', 'dinas kesehatan', '--role', 'pelaksana', '--json'], env)),
    ).toEqual({
      code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/),
      agency: { id: '7004', name: 'Dinas Kesehatan', approval: false },
    });
  });

  test('a complaint that an agency recorded for another one is listed without its reporter, and given once', async () => {
    const database = openDatabase(env.DATABASE_URL);
    const id = recordedId('01996c00-0000-7000-8000-000000000001');
    const complaint = sampleComplaint({ id, trackingId: 'K-77', agency: null, channel: 'Surat' });
    await database.db.transaction().execute((tx) => insertComplaints(tx, [rowOf(complaint)]));
    await database.close();
    const { out } = await run(['waiting'], env);
    expect(out).toContain(`K-77\t`);
    expect(out).not.toContain('Budi');
    const give = ['waiting', 'give', 'K-77', '--opd', 'dinas perhubungan'];
    expect(await run(give, env)).toMatchObject({
      code: 0,
      out: 'Laporan K-77 diteruskan ke Dinas Perhubungan.\n',
    });
    expect(await run(give, env)).toMatchObject({ code: 1, err: expect.stringContaining('K-77') });
    expect((await run(['waiting', 'give', 'K-77'], env)).err).toContain('Pemakaian');
    expect((await run(['waiting'], env)).out).toBe(
      'Tidak ada laporan catatan OPD yang menunggu diteruskan.\n',
    );
  });

  test('a template is added for every agency or for one, listed, replaced by its name, and removed', async () => {
    const file = join(temporaryFolder(), 'salam.txt');
    writeFileSync(file, 'Yth. {nama pelapor},\n\nTerima kasih.\n');
    expect((await run(['templates'], env)).out).toBe('Belum ada templat kantor.\n');
    expect((await run(['templates', 'add', 'Salam', 'pembuka', '--file', file], env)).out).toContain(
      'Templat "Salam pembuka" tersimpan.',
    );
    const own = ['--opd', 'dinas perhubungan', '--text'];
    for (const text of ['Disurvei.', 'Kami survei.'])
      expect((await run(['templates', 'add', 'Survei', ...own, text], env)).code).toBe(0);
    expect((await run(['templates'], env)).out).toBe('semua OPD\tSalam pembuka\nDinas Perhubungan\tSurvei\n');
    const listed = (await run(['templates', 'list', '--json'], env)).out.trimEnd().split('\n');
    expect(listed.map((line) => JSON.parse(line))).toMatchObject([
      { opd: null, text: 'Yth. {nama pelapor},\n\nTerima kasih.' },
      { opd: 'Dinas Perhubungan', text: 'Kami survei.' },
    ]);
    expect((await run(['templates', 'remove', 'survei'], env)).err).toContain('tidak ada di sana');
    expect((await run(['templates', 'remove', 'survei', '--opd', '7001'], env)).code).toBe(0);
    expect((await run(['templates'], env)).out).toBe('semua OPD\tSalam pembuka\n');
  });

  test('a file with a bad row is not applied, says so, and ends with 1', async () => {
    const file = await makeExport([
      exportRow({ 'Tracking ID': '9400011' }),
      exportRow({ 'Tracking ID': 'abc' }),
    ]);
    const refused = await run(['import', file, '--apply'], env);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(
      `Baris ${sheetRow(1)}: Tracking ID "abc" bukan nomor laporan: harus 1 sampai 15 angka.\nPratinjau: 1 baru, 0 berubah, 0 tetap; `,
    );
    expect(refused.err).toBe(
      'Tidak ada yang diubah, karena ada baris yang ditolak. Perbaiki berkasnya, atau lewati baris itu dengan --skip-rejected.\n',
    );
    expect(await run(['import', file, '--apply', '--skip-rejected', '--json'], env)).toMatchObject({
      code: 0,
    });
  });

  test.each<[string[], number, RegExp]>([
    [['impor'], 2, /^Perintah "impor" tidak dikenal\. .*--help\.\n$/],
    [['serve', '--prot', '1'], 2, /^Pilihan tidak dipahami: .*\n$/],
    [['serve', '--port', 'x'], 1, /^Porta "x" tidak berlaku\. .*\n$/],
    [['serve', '--proxy', '10.0.0.1,proksi'], 1, /^Alamat proksi "proksi" bukan alamat IP\. .*\n$/],
    [
      ['serve', '--log', tmpdir()],
      1,
      /^Berkas catatan ".*" tidak dapat ditulis: .* Tidak ada yang dijalankan\.\n$/,
    ],
    [['serve', '--releases', '/tidak/ada'], 1, /^Folder rilis "\/tidak\/ada" tidak ada\. .*\n$/],
    [['import'], 1, /^Sebutkan satu berkas: .*\n$/],
    [['import', '/tidak/ada.xlsx'], 1, /^Berkas "\/tidak\/ada\.xlsx" tidak ditemukan\.\n$/],
    [['import', tmpdir()], 1, /^Berkas ".*" tidak dapat dibaca\.\n$/],
    [['enrol'], 1, /^Sebutkan OPD dengan --opd NAMA\. .*\n$/],
    [['enrol', '--opd', 'Dinas Sihir'], 1, /^OPD "Dinas Sihir" belum terdaftar\. .*\n$/],
    [['enrol', '--opd', '7001', '--role', 'bupati'], 1, /^Peran "bupati" tidak berlaku\. .*\n$/],
    [
      ['enrol', '--opd', '7001', '--officer', 'Nobody'],
      1,
      /^Petugas "Nobody" belum terdaftar di Dinas Perhubungan\.\n$/,
    ],
    [['enrol', 'revoke'], 1, /^Pemakaian: enrol list .*\n$/],
    [['enrol', 'revoke', '--officer', 'Rina'], 1, /^Pemakaian: enrol list .*\n$/],
    [['enrol', 'drop'], 1, /^Pemakaian: enrol list .*\n$/],
    [['enrol', 'revoke', '--device', 'abc'], 1, /^Komputer itu tidak terdaftar\. .*\n$/],
    [['templates', 'add', 'Salam'], 1, /^Pemakaian: .*\n$/],
    [['templates', 'add', 'Salam', '--text', ' '], 1, /^Templat memerlukan .*\n$/],
    [['templates', 'add', 'Salam', '--file', '/tidak/ada'], 1, /^Berkas "\/tidak\/ada" tidak .*\n$/],
    [['agencies', 'add'], 1, /^Pemakaian: .*\n$/],
    [['agencies', 'approval', 'maybe', 'Dinas'], 1, /^Pemakaian: .*\n$/],
    [['agencies', '--lang=en', 'drop'], 1, /^Usage: .*\n$/],
  ])('%j fails with one sentence', async (args, code, sentence) => {
    const failed = await run(args, env);
    expect(failed).toMatchObject({ code, out: '' });
    expect(failed.err).toMatch(sentence);
  });

  test('a database that is not there is one sentence too', async () => {
    const failed = await run(['agencies'], { DATABASE_URL: 'postgres://127.0.0.1:1/x' });
    expect(failed).toMatchObject({ code: 1, out: '' });
    expect(failed.err).toMatch(/^Basis data tidak dapat dipakai: .*\n$/);
  });

  test('a port that somebody has is one sentence too, and the service ends', async () => {
    const other = createServer();
    const { port } = new URL(await listen(other));
    expect(await run(['serve', '--port', port], env)).toEqual({
      code: 1,
      out: '',
      err: `Layanan tidak dapat berjalan di porta ${port}: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`,
    });
    other.close();
  });

  test('after a restore from a backup one command tells every client, also beside a running service', async () => {
    const { db, close } = openDatabase(env.DATABASE_URL);
    await migrate(db);
    const epoch = async () => (await readServiceRow(db)).epoch;
    const before = await epoch();
    const told = await run(['restored'], env);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('mengirim ulang jawaban 30 hari terakhir');
    expect(await epoch()).not.toBe(before);
    await close();
    expect((await run(['restored', '--lang=en'], env)).out).toContain('answers of the last 30 days');
    expect((await run(['restored', 'now'], env)).code).toBe(2);
  });

  test('help comes in both languages', async () => {
    const [id, en] = [await run(['--help']), await run(['import', '--help', '--lang=en'])];
    expect(id).toMatchObject({ code: 0, err: '' });
    expect(id.out).toContain('--skip-rejected');
    expect(id.out).toMatch(/^ {2}restored +Jalankan/m);
    expect(en.out).toContain('Exit code: 0 done');
  });
});

describe('20,000 rows', () => {
  /**
   * Small generations of the collector, so that garbage does not hide what is held; the peak in MB on stderr.
   */
  const FRUGAL = [
    '--max-semi-space-size=4',
    '--max-old-space-size=64',
    `--import=${join(import.meta.dirname, '..', '..', 'test', 'support', 'print-peak.mjs')}`,
  ];
  const body = 'jln rusak parah sdh lama tdk diperbaiki, mhn perhatiannya pak. '.repeat(24);
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      exportRow({
        'Tracking ID': String(9_500_000 + i),
        'Isi Laporan Awal': `${i} ${body}`,
        'Isi Laporan Akhir': `${body} ${i}`,
      }),
    );
  const importing = async (count: number, url: string): Promise<{ peak: number; report: unknown }> => {
    const args = ['import', await makeExport(rowsOf(count)), '--apply', '--create-agencies', '--json'];
    const done = await run(args, { DATABASE_URL: url }, FRUGAL);
    return { peak: Number(done.err), report: lastLine(done) };
  };

  test('20,000 rows take no more memory than 2,000, though their texts alone are 60 MB', async () => {
    const few = await importing(2_000, await freshDatabase());
    const url = await freshDatabase();
    const many = await importing(20_000, url);
    expect(many.report).toMatchObject({ new: 20_000, rejected: [] });
    expect(few.peak).toBeGreaterThan(20);
    expect(many.peak).toBeLessThan(few.peak + 40);

    const { db, close } = openDatabase(url);
    const counted = await db
      .selectFrom('complaints')
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(counted.count).toBe(20_000);
    await close();
  });
});

describe('with the embedded PostgreSQL', () => {
  const folder = join(temporaryFolder(), 'pusat');

  test('other commands work while the service runs, it hears of them at once, and ends cleanly', async () => {
    const data = ['--data', folder];
    expect(lastLine(await run(['demo', '--json', ...data]))).toMatchObject({
      filled: true,
      complaints: 600,
      agencies: { length: 12 },
    });
    const service = start(['serve', '--port', '0', ...data], {});
    const [line] = await once(createInterface(service.stdout), 'line');
    const { ready, address } = JSON.parse(line);
    expect(ready).toBe(true);

    const { code } = lastLine(
      await run(['enrol', '--opd', 'Dinas Perhubungan', '--officer', 'Rina Sitepu', '--json', ...data]),
    );
    const { token, officer } = await centralClient(address).enrol({ code, name: '', device: 'PC' });
    expect(officer.name).toBe('Rina Sitepu');
    const client = centralClient(address, token);
    const { cursor, more } = await client.changes({ limit: 2000 });
    expect(more).toBe(false);

    const [device] = (await run(['enrol', 'list', '--json', ...data])).out.trimEnd().split('\n');
    expect(JSON.parse(device ?? '')).toMatchObject({ officer: 'Rina Sitepu', device: 'PC', state: 'active' });

    const waiting = client.changes({ after: cursor, wait: MAX_WAIT_MS });
    const file = await makeExport([exportRow()]);
    expect(await run(['import', file, '--apply', ...data])).toMatchObject({ code: 0 });
    expect((await waiting).changes).toMatchObject([{ type: 'upsert', complaint: { trackingId: '9400001' } }]);
    expect((await run(['demo', ...data])).out).toContain('Basis data sudah berisi; tidak ada yang diubah.');

    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test.skipIf(process.platform === 'win32')(
    'other users of the machine can read nothing of its folder',
    () => {
      // Where root runs the database as somebody else, they pass through the folder and see nothing of it.
      expect(openToOthers(folder)).toEqual(process.getuid?.() === 0 ? ['. 711'] : []);
      expect(statSync(join(folder, 'postgres', 'PG_VERSION')).isFile()).toBe(true);
    },
  );

  test('the service goes on after its PostgreSQL was killed, and ends with a sentence when that is lost', async () => {
    const service = start(['serve', '--port', '0', '--data', folder], {});
    const said: Buffer[] = [];
    service.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    const ended = once(service, 'close');
    const [line] = await once(createInterface(service.stdout), 'line');
    const health = () => centralClient(JSON.parse(line).address).health({});
    const before = await health();
    const pidOf = () =>
      Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

    // Killed again as soon as it answers, it is hit at work, while it starts, and just after.
    for (let kills = 0; kills < 5; kills++) {
      process.kill(pidOf(), 'SIGKILL');
      let broken = 0;
      let back = null;
      while (broken === 0 || back === null) {
        expect(service.exitCode, Buffer.concat(said).toString()).toBe(null);
        back = await health().catch(() => null);
        if (back === null) broken++;
      }
      expect(back).toMatchObject({ ok: true, epoch: before.epoch });
    }

    renameSync(join(folder, 'postgres', 'global'), join(folder, 'postgres', 'elsewhere'));
    process.kill(pidOf(), 'SIGKILL');
    expect(await ended).toEqual([1, null]);
    expect(Buffer.concat(said).toString()).toMatch(
      /^PostgreSQL bawaan berhenti .* tetap ada di folder datanya/m,
    );
  });
});
