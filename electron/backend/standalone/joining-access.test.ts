import { expect, test } from 'vitest';
import { centralClient } from '../../../test/support/central.ts';
import { connector, joiningBench, LAMP, ROAD, ROWS } from '../testing/joining-bench.ts';
import { answerBody } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';

const { central, clock, imported, join, joined, news, rowsOf, statusOf, worked } = joiningBench();

test('a code that was not made for joining changes nothing, and is still good for another computer', async () => {
  const office = await worked();
  const code = await central().code('Dinas Perhubungan');
  const input = { centralUrl: central().address, code, name: 'Rina' };
  expect(await office.client.standalone.join(input)).toEqual({ ok: false, code: 'not_for_joining' });
  expect(await office.client.session.get()).toMatchObject({ standalone: true, joining: null });
  expect(await centralClient(central().address).enrol({ code, name: 'Rina', device: 'PC' })).toMatchObject({
    officer: { name: 'Rina' },
  });
});

test('an office whose joining is used up already goes on alone, and is told', async () => {
  const office = await worked(temporaryFolder(), {
    ...connector,
    enrol: async (url, input, signal) => {
      const answer = await connector.enrol(url, input, signal);
      // A copy of this PC, put back from a backup, has joined before.
      if (answer.ok) await centralClient(url, answer.token).changes({});
      return answer;
    },
  });
  await join(office);
  await news(office, async () => (await office.client.session.get()).joining === null);
  expect(await office.client.session.get()).toMatchObject({
    standalone: true,
    notices: [{ code: 'join_refused' }],
  });
  await office.client.command.submit({ complaintId: ROAD, body: answerBody('Tetap sendiri.') });
  await office.decided();
  expect(await office.timeline(ROAD)).toHaveLength(1);
});

const NOT_KNOWN = { ok: false, failure: { code: 'unauthorized', retryAfterMs: null } } as const;

test('a central service that does not know the access for a while is asked again: the office joins with it', async () => {
  await imported(ROWS);
  let isKnown = false;
  const office = await worked(temporaryFolder(), {
    ...connector,
    connect: (url, token) => {
      const transport = connector.connect(url, token);
      const adopt: typeof transport.adopt = async (brought, signal) =>
        isKnown ? transport.adopt(brought, signal) : NOT_KNOWN;
      return { ...transport, adopt };
    },
  });
  await join(office);
  await news(office, async () => (await office.client.session.get()).joining?.notKnown === true);
  expect(await office.client.session.get()).toMatchObject({ standalone: true, joining: { waiting: true } });
  isKnown = true;
  clock().advance(300_000);
  await joined(office);
  expect(await rowsOf(LAMP)).toHaveLength(1);
  expect(await central().db.selectFrom('officers').select('name').execute()).toEqual([{ name: 'Rina' }]);
});

test('an office whose access is gone joins at once with a second code: what had arrived is there once, and goes on', async () => {
  await imported(ROWS);
  const tokens: string[] = [];
  let asked = 0;
  const office = await worked(temporaryFolder(), {
    ...connector,
    connect: (url, token) => {
      const transport = connector.connect(url, token);
      tokens.push(token);
      const adopt: typeof transport.adopt = async (brought, signal) => {
        const isFirst = token === tokens[0];
        if (!isFirst || asked++ === 0) {
          const answer = await transport.adopt(brought, signal);
          if (!isFirst) return answer;
        }
        return NOT_KNOWN;
      };
      return { ...transport, adopt };
    },
  });
  await join(office);
  await news(office, async () => (await office.client.session.get()).joining?.notKnown === true);
  expect(await rowsOf(LAMP)).toHaveLength(1);
  await office.client.command.submit({
    complaintId: LAMP,
    body: { kind: 'finish', payload: { text: 'Selesai.' } },
  });
  await office.decided();
  await office.client.standalone.cancelJoin();
  await join(office);
  await joined(office);
  expect((await rowsOf(LAMP)).map(({ text }) => text)).toEqual(['Lampu sudah diganti.', 'Selesai.']);
  expect(await statusOf(LAMP)).toBe('Selesai');
  expect(await office.client.sync.status()).toMatchObject({ undelivered: 0, refused: 0 });
  expect((await office.client.session.get()).notices).toMatchObject([{ code: 'joined' }]);
});

test('joining can be called off while the central service does not answer: the office goes on alone', async () => {
  const dead = { ok: false, failure: { code: 'unreachable', retryAfterMs: null } } as const;
  const office = await worked(temporaryFolder(), {
    ...connector,
    connect: (url, token) => ({ ...connector.connect(url, token), adopt: async () => dead }),
  });
  await join(office);
  await news(office, async () => (await office.client.session.get()).joining?.waiting === true);
  await office.client.standalone.cancelJoin();
  expect(await office.client.session.get()).toMatchObject({ standalone: true, joining: null });
  await office.client.command.submit({ complaintId: ROAD, body: answerBody('Tetap sendiri.') });
  await office.decided();
  expect(await office.client.session.get()).toMatchObject({ standalone: true });
  expect(await office.timeline(ROAD)).toHaveLength(1);
});

test('a wrong code changes nothing: the office goes on alone', async () => {
  const office = await worked();
  const input = { centralUrl: central().address, code: 'SALAH', name: 'Rina' };
  expect(await office.client.standalone.join(input)).toEqual({ ok: false, code: 'bad_code' });
  expect(await office.client.session.get()).toMatchObject({ standalone: true, joining: null });
});
