import { ORPCError } from '@orpc/server';

/** Enough to find a mistake in a client. */
const ISSUES = 20;
const LONGEST = 100;

/**
 * An error as it goes over the wire: of what does not fit the contract the first places only. A body of some
 * bytes can be wrong in a million places, and every alternative of a union says why it does not fit.
 */
export function shortError(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error;
  const issues: unknown = error.data?.issues;
  if (!Array.isArray(issues)) return error;
  const { message } = error;
  return new ORPCError('BAD_REQUEST', { message, data: { issues: issues.slice(0, ISSUES).map(shortIssue) } });
}

function shortIssue(issue: unknown): { readonly path: string; readonly message: string } {
  const { path, message } = Object(issue);
  const places = Array.isArray(path) ? path.slice(0, LONGEST).map(String) : [];
  return { path: places.join('.').slice(0, LONGEST), message: String(message).slice(0, LONGEST) };
}
