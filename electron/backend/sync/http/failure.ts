import { STORAGE_PROBLEMS, type StorageProblem } from '#shared/contract/window/storage.ts';

/** Why there is no answer, by code and never by text. */
export type FailureCode =
  /** The request surely did not reach anybody. */
  | 'unreachable'
  /** Nothing was sent: whoever answered showed another certificate than the central service's. */
  | 'intercepted'
  /** Nothing was sent: this PC knows nobody who vouches for the certificate that was shown. */
  | 'unknown_authority'
  /** Nothing was sent: by this PC's date the certificate does not hold, or not any more. */
  | 'certificate_date'
  /** Nothing was sent: the network's proxy asks for a password. */
  | 'proxy_password'
  /** It may have arrived; the connection ended before the answer was whole. */
  | 'cut'
  | 'timeout'
  /** Something answered that is not the central service (a captive portal), or not as agreed. */
  | 'not_an_answer'
  /** The answer is longer than anything that is read here. */
  | 'too_long'
  | 'server_error'
  | 'unauthorized'
  | 'rate_limited'
  | 'too_large'
  | 'bad_request'
  /** The central service stands elsewhere in an upload than we thought: ask where. */
  | 'conflict'
  /** The central service no longer lets this version read. */
  | 'outdated'
  /** We ended it ourselves. */
  | 'aborted'
  /** The disk of this PC took nothing. */
  | StorageProblem
  /** This PC could not do its part for another reason. */
  | 'local_error';

export type Failure = {
  readonly code: FailureCode;
  /** ms that the central service itself asked us to wait; null when it said nothing. */
  readonly retryAfterMs: number | null;
};

export type Failed = { readonly ok: false; readonly failure: Failure };
export type Answer<T> = { readonly ok: true; readonly value: T } | Failed;

/** Nothing left this PC, and somebody can do something about it. */
const OBSTACLES = ['intercepted', 'unknown_authority', 'certificate_date', 'proxy_password'] as const;
export function isObstacle(code: FailureCode): code is (typeof OBSTACLES)[number] {
  return OBSTACLES.some((obstacle) => obstacle === code);
}

/** Codes that say that the central service cannot have decided; after any other one it may have. */
const NOT_DECIDED: readonly FailureCode[] = [
  'unreachable',
  ...OBSTACLES,
  'unauthorized',
  'rate_limited',
  'too_large',
  'bad_request',
  'conflict',
  'outdated',
];

/** May the central service have decided, although no answer came? */
export function mayHaveArrived(code: FailureCode): boolean {
  return !NOT_DECIDED.includes(code);
}

/** Nobody answered, or somebody in between: a filter of contents says so, or ends the connection. */
const WITHOUT_ANSWER: readonly FailureCode[] = ['not_an_answer', 'cut', 'timeout', 'server_error'];
export const isWithoutAnswer = (code: FailureCode): boolean => WITHOUT_ANSWER.includes(code);

/** What came cannot be kept. */
export function isOfStorage(code: FailureCode): code is StorageProblem {
  return STORAGE_PROBLEMS.some((problem) => problem === code);
}

/** It happened on this PC, and says nothing of the connection. */
export const isLocal = (code: FailureCode): boolean => code === 'local_error' || isOfStorage(code);
