import { expect, test } from 'vitest';
import { sampleComplaint, sampleEntry } from '../testing/samples.ts';
import { isUnread } from './complaint.ts';

const read = (revision: number) => [{ officerId: 'o-1', revision }];

test('a complaint is unread until opened, and again when somebody else adds to it', () => {
  const colleague = sampleEntry({ revision: 3 });
  const own = sampleEntry({ revision: 3, author: { ...colleague.author, officerId: 'o-1' } });
  expect([
    isUnread(sampleComplaint(), 'o-1'),
    isUnread(sampleComplaint({ readBy: read(1) }), 'o-1'),
    isUnread(sampleComplaint({ readBy: read(2), timeline: [colleague] }), 'o-1'),
    isUnread(sampleComplaint({ readBy: read(2), timeline: [own] }), 'o-1'),
    isUnread(sampleComplaint({ readBy: read(3), timeline: [colleague] }), 'o-1'),
  ]).toEqual([true, false, true, false, false]);
});
