import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeBody } from '#shared/domain/commands/command.ts';
import { templateSubject } from '#shared/domain/commands/spec/office-templates.ts';
import { sampleOfficeCommand } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { putTemplate, removeTemplate } from '../store/templates.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
const SURVEY = { name: 'Survei', text: 'Disurvei {tanggal}.' };
let central: TestCentral;
let rina: TestOfficer;
let budi: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral();
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  budi = await central.enrol(B.name, 'penghubung', 'Dokter Budi');
});
afterAll(() => central.close());

const put = (agencyId: string | null, said: typeof SURVEY) =>
  central.db.transaction().execute((tx) => putTemplate(tx, agencyId, { id: randomUUID(), ...said }));
const remove = (agencyId: string | null, name: string) =>
  central.db.transaction().execute((tx) => removeTemplate(tx, agencyId, name));
/** What the feed says of templates from the start; null: nothing. */
const told = async ({ client }: Pick<TestOfficer, 'client'>) =>
  (await client.changes({ limit: 2000 })).changes.flatMap((change) =>
    change.type === 'reference' && change.reference.name === 'templates' ? [change.reference.value] : [],
  )[0] ?? null;
const names = async (officer: TestOfficer) =>
  (await told(officer))?.map(({ name, everywhere }) => [name, everywhere]);

test('a template of an agency reaches its officers at once, and no other agency', async () => {
  const { cursor } = await rina.client.changes({ limit: 2000 });
  const waiting = rina.client.changes({ after: cursor, wait: 20_000 });
  await put(A.id, SURVEY);
  expect((await waiting).changes).toMatchObject([
    { type: 'reference', reference: { name: 'templates', value: [{ ...SURVEY, everywhere: false }] } },
  ]);
  expect(await told(budi)).toEqual([]);
});

test('a template of every agency reaches all of them, also an agency that comes later', async () => {
  await put(null, { name: 'Salam', text: 'Salam dari kabupaten.' });
  await central.addAgency('Dinas Sosial', '4009');
  const siti = await central.enrol('Dinas Sosial', 'pelaksana', 'Siti');
  for (const officer of [budi, siti]) expect(await names(officer)).toEqual([['Salam', true]]);
  expect(await names(rina)).toEqual([
    ['Salam', true],
    ['Survei', false],
  ]);
});

test('the same name again replaces a template, however it is written, and keeps its id', async () => {
  const idOf = async () => (await told(rina))?.find(({ everywhere }) => !everywhere)?.id;
  const before = await idOf();
  await put(A.id, { name: ' SURVEI ', text: 'Disurvei hari ini.' });
  expect((await told(rina))?.at(-1)).toEqual({
    id: before,
    name: ' SURVEI ',
    text: 'Disurvei hari ini.',
    everywhere: false,
  });
});

test('a removed template leaves the lists; removing one that is not there changes nothing', async () => {
  const { cursor } = await rina.client.changes({ limit: 2000 });
  expect(await remove(A.id, 'salam')).toBe(false);
  expect((await rina.client.changes({ after: cursor })).changes).toEqual([]);
  expect(await remove(A.id, 'survei')).toBe(true);
  expect(await names(rina)).toEqual([['Salam', true]]);
});

let made = 0;
function command(body: OfficeBody, after: string | null = null) {
  made++;
  const id = `01996c00-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return sampleOfficeCommand(body, { id, trunkRevision: 0, after });
}
const share = (text: string): OfficeBody => ({ kind: 'share_template', payload: { name: 'Aspal', text } });
const WITHDRAW: OfficeBody = { kind: 'withdraw_template', payload: { name: 'aspal' } };
async function send({ client }: TestOfficer, ...commands: ReturnType<typeof command>[]) {
  const request = { commands } as unknown as Parameters<typeof client.commands>[0];
  return (await client.commands(request)).results;
}
const shared = async (officer: TestOfficer) =>
  (await told(officer))?.filter(({ everywhere }) => !everywhere).map(({ name, text }) => [name, text]);

test('what an officer shares stands once in the feed of the agency, however often and however quickly it is sent', async () => {
  const first = command(share('Diaspal.'));
  const { cursor } = await rina.client.changes({ limit: 2000 });
  const answers = (await Promise.all([send(rina, first), send(rina, first), send(rina, first)])).flat();
  expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  const { changes } = await rina.client.changes({ after: cursor });
  expect(answers[0]).toMatchObject({ outcome: 'accepted', feedSeq: changes.at(-1)?.seq });
  expect(changes).toHaveLength(1);
  expect([await shared(rina), await shared(budi)]).toEqual([[['Aspal', 'Diaspal.']], []]);
  const audit = await central.db
    .selectFrom('audit')
    .selectAll()
    .where('subject', '=', templateSubject('Aspal'))
    .execute();
  expect(audit).toMatchObject([{ action: 'command.share_template', officerId: rina.officer.id }]);
});

test('a template is replaced, withdrawn and shared again in one request, in its order; an old one sent again changes nothing', async () => {
  const second = command(share('Ditambal.'));
  const third = command(WITHDRAW, second.id);
  const fourth = command(share('Dicor.'), third.id);
  expect(await send(rina, second, third, fourth, second)).toMatchObject(
    [second, third, fourth, second].map(({ id }) => ({ outcome: 'accepted', id })),
  );
  expect(await shared(rina)).toEqual([['Aspal', 'Dicor.']]);
});

test('a template of another role is refused, and the answer is kept; another agency shares its own under the same name', async () => {
  const pelaksana = await central.enrol(A.name, 'pelaksana', 'Togar');
  const refused = { outcome: 'refused', code: 'forbidden', current: null };
  const sent = command(WITHDRAW);
  expect(await send(pelaksana, sent)).toMatchObject([refused]);
  expect(await pelaksana.client.commandResult({ id: sent.id })).toMatchObject(refused);
  expect(await send(budi, command(share('Bukan aspal.')))).toMatchObject([{ outcome: 'accepted' }]);
  expect([await shared(rina), await shared(budi)]).toEqual([
    [['Aspal', 'Dicor.']],
    [['Aspal', 'Bukan aspal.']],
  ]);
});
