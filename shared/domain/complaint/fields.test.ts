import { expect, test } from 'vitest';
import { sampleComplaint } from '../testing/samples.ts';
import { complaint, FIELDS, type Field, mayBeNull } from './fields.ts';

const fields = Object.entries<Field>(FIELDS);
const nullable = fields.flatMap(([name, field]) => (mayBeNull(field) ? [name] : []));

test('a complaint of an older program, which lacks fields that may be null, is read with null in them', () => {
  const sample = sampleComplaint();
  const older = Object.fromEntries(Object.entries(sample).filter(([name]) => !nullable.includes(name)));
  const nothing = Object.fromEntries(nullable.map((name) => [name, null]));
  expect(complaint.parse(older)).toEqual({ ...older, ...nothing });
  expect(complaint.parse(sample)).toEqual(sample);
});

test('a field that the first version did not have may be null: older programs do not send it', () => {
  expect(fields.flatMap(([name]) => (nullable.includes(name) ? [] : [name]))).toEqual([
    'id',
    'trackingId',
    'revision',
    'title',
    'originalText',
    'finalText',
    'classification',
    'oversight',
    'anonymous',
    'confidential',
    'categoryPath',
    'rawStatus',
    'channel',
    'receivedAt',
    'returns',
    'timeline',
    'readBy',
    'extra',
  ]);
});
