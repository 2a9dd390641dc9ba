import fc from 'fast-check';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from '#shared/domain/complaint/attachment.ts';
import { photo, sha256Of } from '../../central/testing/files.ts';
import { HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile.ts';
import { UPLOAD_MARKS } from './seen.ts';
import type { HttpRequest } from './send-http.ts';
import type { Known } from './values.ts';

const PATH = '/v1/attachments';
const ANNOUNCED = Array.from({ length: 6 }, (_, n) => photo(2_000 + n, n + 1));

const seldom = <T>(good: fc.Arbitrary<T>, bad: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: bad });
const hostile = fc.constantFrom(...HOSTILE_TEXTS, ...HOSTILE_NUMBERS.map(String));
const base64 = (text: string): string => Buffer.from(text).toString('base64');
/** One line of a head; some other text would be another request. */
const inHead = (text: string): string => text.replaceAll(/[\r\n]/g, ' ');

/** Uploads by tus and downloads by SHA-256, as they should be and as they should not. */
export function fileRequests(known: Known): fc.Arbitrary<HttpRequest> {
  const version = seldom(fc.constant('1.0.0'), fc.constantFrom('', '0.2.2', '99.0.0', 'x'));
  const file = fc.constantFrom(...ANNOUNCED);

  const announce = fc
    .record({
      file,
      version,
      name: seldom(fc.constantFrom('foto.jpg', ...(known.text ?? []).map(String)), hostile),
      type: seldom(fc.constantFrom<string>('image/jpeg', ...ATTACHMENT_TYPES), hostile),
      sha256: seldom(
        fc.constant<string | null>(null),
        fc.oneof(hostile, fc.constantFrom(...(known.sha256 ?? []).map(String))),
      ),
      length: seldom(
        fc.constant<string | null>(null),
        fc.oneof(
          hostile,
          fc.constantFrom('0', String(MAX_ATTACHMENT_BYTES), String(MAX_ATTACHMENT_BYTES + 1)),
        ),
      ),
      more: seldom(
        fc.constant(''),
        fc.constantFrom(',', ',,', ',a', ',a b c', ',sha256 !!', ',__proto__ eA==', ',filename'),
      ),
      extra: seldom(
        fc.constant<[string, string][]>([]),
        fc.constantFrom<[string, string][]>(
          [['Upload-Defer-Length', '1']],
          [['Upload-Concat', 'final;/a /b']],
          [['Upload-Concat', 'partial']],
          [['X-HTTP-Method-Override', 'DELETE']],
        ),
      ),
    })
    .map(({ file, version, name, type, sha256, length, more, extra }): HttpRequest => {
      const metadata = { sha256: sha256 ?? sha256Of(file), filename: name, filetype: type };
      const pairs = Object.entries(metadata).map(([field, value]) => `${field} ${base64(value)}`);
      return {
        method: 'POST',
        path: PATH,
        headers: [
          ['Tus-Resumable', version],
          ['Upload-Length', inHead(length ?? String(file.length))],
          ['Upload-Metadata', pairs.join(',') + more],
          ...extra,
        ],
        body: Buffer.alloc(0),
        isCut: false,
      };
    });

  const names = seldom(
    fc.constantFrom(...UPLOAD_MARKS),
    fc.oneof(
      hostile.map((text) => encodeURIComponent(text.toWellFormed())),
      fc.constantFrom(...(known.sha256 ?? []).map(String)),
    ),
  );
  const append = fc
    .record({
      file,
      version,
      name: names,
      offset: seldom(fc.constantFrom('0', '0', '100', '2000'), hostile),
      part: fc.constantFrom<[number, number]>([0, 9_999], [0, 100], [100, 9_999], [100, 200], [2_000, 9_999]),
      type: seldom(
        fc.constant('application/offset+octet-stream'),
        fc.constantFrom('', 'application/json', 'text/plain'),
      ),
      method: seldom(fc.constant('PATCH'), fc.constantFrom('POST', 'PUT', 'DELETE')),
    })
    .map(
      ({ file, version, name, offset, part, type, method }): HttpRequest => ({
        method,
        path: `${PATH}/${name}`,
        headers: [
          ['Tus-Resumable', version],
          ['Upload-Offset', inHead(offset)],
          ['Content-Type', type],
        ],
        body: file.subarray(...part),
        isCut: false,
      }),
    );

  const look = fc
    .record({
      version,
      name: fc.oneof(names, fc.constantFrom(...ANNOUNCED.map(sha256Of), ...(known.sha256 ?? []).map(String))),
      method: seldom(fc.constantFrom('HEAD', 'GET'), fc.constantFrom('OPTIONS', 'DELETE', 'PUT')),
      range: seldom(fc.constantFrom('bytes=0-', 'bytes=5-50'), hostile),
    })
    .map(
      ({ version, name, method, range }): HttpRequest => ({
        method,
        path: `${PATH}/${name}`,
        headers: [
          ['Tus-Resumable', version],
          ['Range', inHead(range)],
        ],
        body: Buffer.alloc(0),
        isCut: false,
      }),
    );
  return fc.oneof(announce, append, look);
}
