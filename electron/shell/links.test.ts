import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAllowedLink } from './links.ts';

test.each(['https://www.lapor.go.id/laporan/detil/x', 'https://lapor.go.id'])('%s may be opened', (url) => {
  expect(isAllowedLink(url)).toBe(true);
});

test.each([
  'http://www.lapor.go.id/',
  'https://www.lapor.go.id.evil.example/',
  'https://www.lapor.go.id@evil.example/',
  'https://user:pass@www.lapor.go.id/',
  'https://www.lapor.go.id:8443/',
  'https://evil.example/?https://www.lapor.go.id/',
  'file:///etc/passwd',
  'smb://lapor.go.id/x',
  'javascript:alert(1)',
  'ms-msdt:/id',
  '\\\\lapor.go.id\\x',
  '',
])('%j may not be opened', (url) => {
  expect(isAllowedLink(url)).toBe(false);
});

test('of any addresses at all, only https ones of a known host may be opened', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.webUrl().map((url) => url.replace(/^https?/, 'ftp')),
      ),
      (url) => {
        if (isAllowedLink(url)) expect(url).toMatch(/^\s*https:[/\\]*(www\.)?lapor\.go\.id([/?#]|$)/i);
      },
    ),
  );
});
