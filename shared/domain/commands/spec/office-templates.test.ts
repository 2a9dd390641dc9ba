import { describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../answers/built-in-templates.ts';
import type { Officer } from '../../people/roles.ts';
import { sampleOfficeCommand, sampleOfficer } from '../../testing/samples.ts';
import { applyOfficeCommand } from '../apply-office-command.ts';
import type { OfficeBody } from '../command.ts';
import {
  insertable,
  MAX_OFFICE_TEMPLATES,
  type OfficeTemplate,
  templateSubject,
} from './office-templates.ts';

const EVERYWHERE = { id: 'k', name: 'Salam', text: 'Salam dari kabupaten.', everywhere: true };
const SURVEY = { id: 's', name: 'Survei', text: 'Disurvei.', everywhere: false };

function changed(
  templates: readonly OfficeTemplate[],
  body: OfficeBody,
  officer: Officer = sampleOfficer,
  attachments: Parameters<typeof sampleOfficeCommand>[1] = {},
) {
  const command = sampleOfficeCommand(body, attachments);
  const done = applyOfficeCommand(templates, command, officer);
  return done.ok ? done.templates : done.code;
}
const share = (name: string, text = 'Kami survei.'): OfficeBody => ({
  kind: 'share_template',
  payload: { name, text },
});
const withdraw = (name: string): OfficeBody => ({ kind: 'withdraw_template', payload: { name } });

describe('sharing', () => {
  test('a new name stands among the others by its name, under the id of the command', () => {
    const { id } = sampleOfficeCommand(share('x'));
    expect(changed([EVERYWHERE, SURVEY], share(' Selesai '))).toEqual([
      EVERYWHERE,
      { id, name: 'Selesai', text: 'Kami survei.', everywhere: false },
      SURVEY,
    ]);
  });

  test('the same name, however it is written, replaces the own one and never that of every agency', () => {
    expect(changed([EVERYWHERE, SURVEY], share('SURVEI'))).toEqual([
      EVERYWHERE,
      { ...SURVEY, name: 'SURVEI', text: 'Kami survei.' },
    ]);
    expect(changed([EVERYWHERE], share('salam'))).toHaveLength(2);
  });

  test('what is withdrawn is gone; what is not there, or is of every agency, changes nothing', () => {
    expect(changed([EVERYWHERE, SURVEY], withdraw('survei'))).toEqual([EVERYWHERE]);
    expect(changed([EVERYWHERE], withdraw('survei'))).toEqual([EVERYWHERE]);
    expect(changed([EVERYWHERE], withdraw('salam'))).toEqual([EVERYWHERE]);
  });

  const full = Array.from({ length: MAX_OFFICE_TEMPLATES }, (_, n) => ({
    ...SURVEY,
    id: `${n}`,
    name: `T${n}`,
  }));
  const file = { sha256: 'a'.repeat(64), name: 'a.jpg', type: 'image/jpeg' as const, size: 1 };
  test.each<[string, readonly OfficeTemplate[], OfficeBody, Partial<Officer>, object]>([
    ['forbidden', [], share('x'), { role: 'pelaksana' }, {}],
    ['forbidden', [SURVEY], withdraw('survei'), { role: 'pelaksana' }, {}],
    ['not_ours', [], share('x'), { agency: null }, {}],
    ['bad_value', [], share(' … '), {}, {}],
    ['bad_value', [], share('x'.repeat(81)), {}, {}],
    ['empty_text', [], share('x', ' \n'), {}, {}],
    ['text_too_long', [], share('x', 'x'.repeat(20_001)), {}, {}],
    ['too_many_attachments', [], share('x'), {}, { attachments: [file] }],
    ['too_many_templates', full, share('x'), {}, {}],
  ])('%s', (code, templates, body, officer, sent) => {
    expect(changed(templates, body, { ...sampleOfficer, ...officer }, sent)).toBe(code);
  });

  test('a full list can still be changed, by pimpinan too', () => {
    expect(changed(full, share('t7'), { ...sampleOfficer, role: 'pimpinan' })).toHaveLength(full.length);
  });

  test('what is done to one name keeps its order, however the name is written', () => {
    expect(templateSubject('  Salam, PEMBUKA ')).toBe(templateSubject('salam pembuka'));
    expect(templateSubject('Salam')).not.toBe(templateSubject('Salam 2'));
  });
});

test('own templates come first, the office’s next; what the office has word for word stands once', () => {
  const own = (id: string, text: string) => ({ id, name: 'Survei', text });
  const list = insertable([own('a', SURVEY.text), own('b', 'Kami survei.')], [SURVEY], BUILT_IN_TEMPLATES);
  expect(list.map(({ id }) => id)).toEqual(['b', 's', ...BUILT_IN_TEMPLATES.map(({ id }) => id)]);
});
