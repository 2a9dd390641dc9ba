import type { FastifyReply } from 'fastify';

/** What is said without asking the contract's router: in its words, and never longer than this. */
const STATUS = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RANGE_NOT_SATISFIABLE: 416,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_CODES: 429,
  INTERNAL_SERVER_ERROR: 500,
} as const;
type Code = keyof typeof STATUS;

/** Answers a request that is not let in. @param retryMs when it may come again */
export function refuse(reply: FastifyReply, code: Code, retryMs = 0): FastifyReply {
  const status = STATUS[code];
  if (retryMs > 0) reply.header('retry-after', Math.ceil(retryMs / 1000));
  return reply.status(status).send({ defined: true, code, status, message: code });
}

/** The answer to a request that Fastify itself did not take. Its text may quote what somebody wrote. */
export function codeOfStatus(status: number): Code {
  const code = Object.entries(STATUS).find(([, known]) => known === status)?.[0];
  return (code as Code | undefined) ?? (status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST');
}
