import { expect, test } from 'vitest';
import { parseShellArguments } from './arguments.ts';
import { beforeLink, requestIn } from './deep-link.ts';

test.each(['penghubung://laporan/9300012', 'penghubung://laporan/9300012/', 'PENGHUBUNG://laporan/9300012'])(
  '%s asks for the complaint of that number',
  (link) => {
    expect(requestIn(['--data', '/d', link])).toEqual({
      type: 'open_complaint',
      complaintId: 'lapor-9300012',
      trackingId: '9300012',
    });
  },
);

test.each([
  'penghubung:',
  'penghubung://laporan',
  'penghubung://laporan/',
  'penghubung://laporan/9300012/hapus',
  'penghubung://laporan/9300012?kirim=1',
  'penghubung://laporan/9300012#x',
  'penghubung://laporan/catat-1',
  'penghubung://laporan/../9300012',
  'penghubung://laporan/9300012\n',
  `penghubung://laporan/${'9'.repeat(16)}`,
  'penghubung://rina@laporan/9300012',
  'penghubung://laporan:80/9300012',
  'penghubung://hapus/9300012',
  'penghubung:laporan/9300012',
])('%j asks for nothing', (link) => {
  expect(requestIn([link])).toEqual({ type: 'wrong_link' });
});

test('two links at once ask for nothing, and no link is none', () => {
  const link = 'penghubung://laporan/9300012';
  expect(requestIn([link, link])).toEqual({ type: 'wrong_link' });
  expect(requestIn(['.', '--data', '/d', 'https://laporan/9300012'])).toBeNull();
});

test('what stands behind a link is no option', () => {
  const args = [
    '--data',
    '/d',
    'penghubung://laporan/1',
    '--data',
    '/evil',
    '--join-url',
    'https://evil.example',
  ];
  const read = parseShellArguments(beforeLink(args), { PENGHUBUNG_JOIN_CODE: 'KODE' });
  expect(read).toEqual({ dataDir: '/d', demo: false, hidden: false, join: null });
});
