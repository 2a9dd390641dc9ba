import { expect, test } from 'vitest';
import type { StoredCommand } from '../../store/journal/command-rows.ts';
import { answerBody } from '../../testing/samples.ts';
import { stored } from '../../testing/stored-command.ts';
import { selectBatch } from './batch.ts';

const NOW = 1_000_000;

const read = { kind: 'mark_read', payload: {} } as const;
const ids = (commands: readonly StoredCommand[]) => commands.map(({ command }) => command.id);
const selected = (all: readonly StoredCommand[], limit = 100) => {
  const { commands, nextAt } = selectBatch(all, NOW, limit);
  return { ids: commands.map((command) => command.id), nextAt };
};

test('everything that may go goes in the order of composing', () => {
  const all = [stored(1), stored(2), stored(1, {}, answerBody())];
  expect(selected(all)).toEqual({ ids: ids(all), nextAt: null });
});

test('a command that must wait holds back what follows on its complaint and nothing else', () => {
  const held = stored(1, { heldUntil: NOW + 5 });
  const behind = stored(1);
  const other = stored(2);
  const later = stored(3, { notBefore: NOW + 3 });
  expect(selected([held, behind, other, later])).toEqual({ ids: ids([other]), nextAt: NOW + 3 });
});

test('reading marks pass a command that waits', () => {
  const held = stored(1, { heldUntil: NOW + 5 });
  const mark = stored(1, {}, read);
  const waitingMark = stored(2, { notBefore: NOW + 9 }, read);
  const behind = stored(2);
  expect(selected([held, mark, waitingMark, behind])).toEqual({ ids: ids([mark, behind]), nextAt: NOW + 5 });
});

test('what does not fit into one request is to be sent at once after it', () => {
  const all = [stored(1), stored(2), stored(3)];
  expect(selected(all, 2)).toEqual({ ids: ids(all.slice(0, 2)), nextAt: NOW });
  expect(selected(all, 0)).toEqual({ ids: [], nextAt: NOW });
});

test('what was held until now may go now', () => {
  const all = [stored(1, { heldUntil: NOW })];
  expect(selected(all)).toEqual({ ids: ids(all), nextAt: null });
});

test('a clock that was set back by a day holds nothing up', () => {
  const tomorrow = NOW + 86_400_000;
  const held = stored(1, { heldUntil: tomorrow + 10_000 });
  const patient = stored(2, { notBefore: tomorrow + 300_000 });
  expect(selected([held, patient])).toEqual({ ids: ids([held, patient]), nextAt: null });
});

test('a command that waits for its files holds back what follows on its complaint, and nothing else', () => {
  const waiting = stored(1, { upload: { sent: 10, total: 300 } });
  const behind = stored(1);
  const other = stored(2);
  expect(selectBatch([waiting, behind, other], NOW, 10)).toEqual({
    commands: [other.command],
    unsure: [],
    again: false,
    nextAt: null,
  });
});

test('what was set aside goes alone when nothing else is due, and holds back what follows on its complaint', () => {
  const aside = stored(1, { aside: true, unsure: true });
  const behind = stored(1);
  const [other, another] = [stored(2), stored(3, { aside: true })];
  const all = [aside, behind, other, another];
  expect(selected(all)).toEqual({ ids: ids([other]), nextAt: NOW });
  expect(selected(all, 0)).toEqual({ ids: [], nextAt: NOW });
  expect(selectBatch([aside, behind, another], NOW, 10)).toEqual({
    commands: [aside.command],
    unsure: ids([aside]),
    again: true,
    nextAt: NOW,
  });
  const waits = stored(1, { aside: true, notBefore: NOW + 7 });
  expect(selected([waits, behind, other])).toEqual({ ids: ids([other]), nextAt: NOW + 7 });
});

test('what may have arrived before is named, reading marks aside', () => {
  const lost = stored(1, { unsure: true });
  const mark = stored(2, { unsure: true }, read);
  expect(selectBatch([lost, mark, stored(3)], NOW, 10).unsure).toEqual(ids([lost]));
});
