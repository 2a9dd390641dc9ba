import { expect, test } from 'vitest';
import { answerBody, commandOf, complaintNo, entry, noteBody, RINA } from '../testing/samples.ts';
import { projectComplaint } from './project-complaint.ts';

const waiting = (command: ReturnType<typeof commandOf>) => ({ command, answeredAt: null, receipt: null });

test('the officer sees their own commands applied in the order of composing', () => {
  const trunk = complaintNo(1);
  const projected = projectComplaint(
    trunk,
    [waiting(commandOf(trunk, answerBody('Satu'))), waiting(commandOf(trunk, noteBody('Dua')))],
    RINA,
  );
  expect(projected.timeline.map(({ text, receipt }) => [text, receipt])).toEqual([
    ['Satu', null],
    ['Dua', null],
  ]);
  expect(projected.rawStatus).toBe('Ditindaklanjuti oleh Instansi');
});

test('an accepted command shows its receipt and the time of the central service before the feed brings it', () => {
  const trunk = complaintNo(1);
  const command = commandOf(trunk, answerBody());
  const [shown] = projectComplaint(
    trunk,
    [{ command, answeredAt: '2026-09-07T05:00:00Z', receipt: 'K-9' }],
    RINA,
  ).timeline;
  expect(shown).toMatchObject({ receipt: 'K-9', at: '2026-09-07T05:00:00Z' });
});

test('a command whose effect the feed has brought is not applied a second time', () => {
  const command = commandOf(complaintNo(1), answerBody());
  const trunk = complaintNo(1, { timeline: [entry({ id: command.id })], revision: 2 });
  expect(projectComplaint(trunk, [waiting(command)], RINA)).toBe(trunk);
});

test('a command that the domain no longer allows changes nothing that is shown', () => {
  const trunk = complaintNo(1);
  const closed = { ...trunk, rawStatus: 'Ditutup oleh Admin' };
  expect(projectComplaint(closed, [waiting(commandOf(trunk, answerBody()))], RINA)).toBe(closed);
});
