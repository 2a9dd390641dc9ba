/** Why there is no answer, by code and never by text. */
export type FailureCode =
  /** The request surely did not reach anybody. */
  | 'unreachable'
  /** It may have arrived; the connection ended before the answer was whole. */
  | 'cut'
  | 'timeout'
  /** Something answered that is not the central service (a captive portal), or not as agreed. */
  | 'not_an_answer'
  | 'server_error'
  | 'unauthorized'
  | 'rate_limited'
  | 'too_large'
  | 'bad_request'
  /** The centre stands elsewhere in an upload than we thought: ask where. */
  | 'conflict'
  /** The centre no longer lets this version read. */
  | 'outdated'
  /** We ended it ourselves. */
  | 'aborted'
  /** This PC could not keep what it had to: the disk is full, a file is locked. */
  | 'local_error';

export type Failure = {
  readonly code: FailureCode;
  /** ms that the centre asked us to wait; null when it said nothing. */
  readonly retryAfterMs: number | null;
};

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** May the centre have decided, although no answer came? */
export function mayHaveArrived(code: FailureCode): boolean {
  switch (code) {
    case 'cut':
    case 'timeout':
    case 'not_an_answer':
    case 'server_error':
    case 'aborted':
    case 'local_error':
      return true;
    case 'unreachable':
    case 'unauthorized':
    case 'rate_limited':
    case 'too_large':
    case 'bad_request':
    case 'conflict':
    case 'outdated':
      return false;
  }
}
