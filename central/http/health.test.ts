import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTRACT_VERSION, servedVersions, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { centralClient, startTestCentral, type TestCentral } from '../../test/support/central.ts';

let central: TestCentral;
let now = new Date('2026-02-20T03:00:00.000Z');
beforeAll(async () => {
  central = await startTestCentral({ now: () => now });
  await central.addAgency('Dinas Perhubungan', '4006');
});
afterAll(() => central.close());

/** A refused call as its status and code. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (error: { status: number; code: string }) => ({ status: error.status, code: error.code }),
  );
}
const UNAUTHORIZED = { status: 401, code: 'UNAUTHORIZED' };

describe('enrolling', () => {
  test('a code gives an officer and a token, whatever its case and spacing', async () => {
    const code = await central.code('dinas  PERHUBUNGAN');
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/);
    const { token, officer } = await centralClient(central.address).enrol({
      code: ` ${code.toLowerCase().replaceAll('-', ' ')} `,
      name: 'Rina Sitepu',
      device: 'PC',
    });
    expect(officer).toEqual({
      id: expect.any(String),
      name: 'Rina Sitepu',
      role: 'penghubung',
      agency: { id: '4006', name: 'Dinas Perhubungan', approval: false },
    });
    expect(await centralClient(central.address, token).me()).toEqual({
      officer,
      contractVersions: servedVersions(CONTRACT_VERSION),
    });
  });

  test('a code works once, also when two devices use it at the same moment', async () => {
    const code = await central.code('Dinas Perhubungan');
    const client = centralClient(central.address);
    const tries = await Promise.all(
      [1, 2, 3].map((n) => failure(client.enrol({ code, name: `Petugas ${n}`, device: 'PC' }))),
    );
    expect(tries.filter((outcome) => outcome === 'answered')).toHaveLength(1);
    expect(tries).toContainEqual(UNAUTHORIZED);
  });

  test('a code is of no use after seven days, nor is an invented one', async () => {
    const code = await central.code('Dinas Perhubungan');
    now = new Date('2026-02-27T03:00:00.001Z');
    const client = centralClient(central.address);
    expect(await failure(client.enrol({ code, name: 'Rina', device: 'PC' }))).toEqual(UNAUTHORIZED);
    expect(await failure(client.enrol({ code: 'AAAA-AAAA', name: 'Rina', device: 'PC' }))).toEqual(
      UNAUTHORIZED,
    );
  });

  test('neither code nor token stands in the database', async () => {
    const code = await central.code('Dinas Perhubungan');
    const { token } = await centralClient(central.address).enrol({ code, name: 'Rina', device: 'PC' });
    const codes = await central.db.selectFrom('enrolmentCodes').selectAll().execute();
    const tokens = await central.db.selectFrom('tokens').selectAll().execute();
    const stored = JSON.stringify([codes, tokens]);
    expect(stored).not.toContain(code.replaceAll('-', ''));
    expect(stored).not.toContain(token);
    expect(tokens.every(({ hash }) => hash.length === 32)).toBe(true);
  });
});

describe('who may ask', () => {
  test('nothing but health and enrolling is answered without a token', async () => {
    const nobody = centralClient(central.address);
    const id = '01996c00-0000-7000-8000-000000000001';
    expect(await nobody.health({})).toMatchObject({ ok: true });
    for (const client of [nobody, centralClient(central.address, 'invented')]) {
      expect(await failure(client.me())).toEqual(UNAUTHORIZED);
      expect(await failure(client.changes({}))).toEqual(UNAUTHORIZED);
      expect(await failure(client.commandResult({ id }))).toEqual(UNAUTHORIZED);
    }
  });

  test('a revoked token is no token', async () => {
    const { officer, client } = await central.enrol('Dinas Perhubungan');
    await central.db
      .updateTable('tokens')
      .set({ revokedAt: now.toISOString() })
      .where('officerId', '=', officer.id)
      .execute();
    expect(await failure(client.me())).toEqual(UNAUTHORIZED);
  });
});

describe('the wire', () => {
  const post = async (path: string, body: string, token = ''): Promise<Response> =>
    fetch(`${central.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });

  test('a body that is not as the contract says is refused as a whole', async () => {
    const { token } = await central.enrol('Dinas Perhubungan');
    for (const body of ['{', '[]', '{"commands":[]}', '{"commands":[{"id":"1"}]}', '{"commands":"x"}']) {
      expect((await post('/v1/commands', body, token)).status, body).toBe(400);
    }
    const page = await fetch(`${central.address}/v1/changes?limit=999999`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(page.status).toBe(400);
  });

  test('a body larger than a hundred long commands is not taken', async () => {
    const { token } = await central.enrol('Dinas Perhubungan');
    const body = JSON.stringify({ commands: ['x'.repeat(9 * 1024 * 1024)] });
    // The service may hang up before all of it is sent.
    const status = await post('/v1/commands', body, token).then(
      (response) => response.status,
      () => 413,
    );
    expect(status).toBe(413);
  });

  test('answers are compressed, and unknown paths are a plain 404', async () => {
    const { token } = await central.enrol('Dinas Perhubungan');
    for (const encoding of ['br', 'gzip']) {
      const response = await fetch(`${central.address}/v1/changes`, {
        headers: {
          authorization: `Bearer ${token}`,
          'accept-encoding': encoding,
          [VERSION_HEADER]: String(CONTRACT_VERSION),
        },
      });
      expect(response.headers.get('content-encoding')).toBe(encoding);
      expect(await response.json()).toMatchObject({ more: false });
    }
    expect((await fetch(`${central.address}/v1/rahasia`)).status).toBe(404);
  });
});
