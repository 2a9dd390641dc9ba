import { VERSION_HEADER } from '#shared/contract/central/versions.ts';

/** Which way the line still lets something pass: requests go out, nothing, or answers of before come in. */
export const PARTITIONS = ['out', 'nothing', 'in'] as const;
export type Partition = (typeof PARTITIONS)[number];

/** Who answers in the place of the central service, by what they say. */
export const STRANGERS = ['portal', 'sign_in', 'upgrade', 'busy', 'down', 'redirect', 'other_json'] as const;
export type Stranger = (typeof STRANGERS)[number];

/** What stands on the line of a PC for a while, whatever it sends. */
export type Hindrance = Partition | Stranger;

export function isStranger(hindrance: Hindrance): hindrance is Stranger {
  return STRANGERS.some((stranger) => stranger === hindrance);
}

const HTML = { 'content-type': 'text/html' };
const JSON_BODY = { 'content-type': 'application/json' };
/** A year, in seconds. */
const MUCH_LATER = { ...JSON_BODY, 'retry-after': '31536000' };
const SIGN_IN = '<html>Silakan masuk ke Wi-Fi</html>';

const SAYINGS: Readonly<
  Record<Stranger, readonly [number, string | null, Readonly<Record<string, string>>]>
> = {
  portal: [200, SIGN_IN, HTML],
  sign_in: [401, '{"code":"UNAUTHORIZED"}', MUCH_LATER],
  upgrade: [426, '{"code":"UPGRADE_REQUIRED"}', MUCH_LATER],
  busy: [429, '{"code":"TOO_MANY_REQUESTS"}', MUCH_LATER],
  down: [503, SIGN_IN, { ...HTML, 'retry-after': 'Fri, 31 Dec 2099 23:59:59 GMT' }],
  redirect: [302, null, { location: 'http://192.168.1.1/masuk' }],
  other_json: [200, '{"results":[],"changes":[],"more":false,"status":"ok"}', JSON_BODY],
};

/** In words as if it were the central service. `marked`: and with its mark, which no stranger has. */
export function sayingOf(stranger: Stranger, marked: boolean): Response {
  const [status, body, headers] = SAYINGS[stranger];
  return new Response(body, {
    status,
    headers: { ...headers, ...(marked ? { [VERSION_HEADER]: '1' } : {}) },
  });
}

/** An answer of the central service itself. */
export function reply(status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { ...JSON_BODY, [VERSION_HEADER]: '1', ...headers } });
}
