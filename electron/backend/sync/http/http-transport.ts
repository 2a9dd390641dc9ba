import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { ResponseValidationPlugin } from '@orpc/contract/plugins';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { centralContract } from '#shared/contract/central/central.ts';
import { ACCEPTED_HEADER, CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { type FailureCode, isObstacle } from './failure.ts';
import { fileTransport } from './file-transport.ts';
import { answerOf, FailedAnswer, failureOf, requireAnswer } from './http-answer.ts';
import type { Connector, EnrolAnswer, FileTransport, Transport } from './transport.ts';

/** ms for an answer, over the time that the central service was asked to hold the request. */
const TIMEOUT_MS = 30_000;

type Client = ContractRouterClient<typeof centralContract>;

/**
 * The central service over HTTP. `now`: for a `Retry-After` that is a date; `send`: a test stands between.
 */
export function httpConnector(now: () => number, send: typeof fetch = fetch): Connector {
  const clientTo = (
    centralUrl: string,
    token: string | null,
    proof: () => string | null = () => null,
  ): Client =>
    createORPCClient(
      new OpenAPILink(centralContract, {
        url: centralUrl.replace(/\/+$/, ''),
        headers: () => {
          const shown = proof();
          return {
            [VERSION_HEADER]: String(CONTRACT_VERSION),
            ...(token === null ? {} : { authorization: `Bearer ${token}` }),
            ...(shown === null ? {} : { [ACCEPTED_HEADER]: shown }),
          };
        },
        fetch: async (request, init) => requireAnswer(await send(request, init), now()),
        plugins: [new ResponseValidationPlugin(centralContract)],
      }),
    );
  return {
    connect: (centralUrl, token, proof) =>
      httpTransport(clientTo(centralUrl, token, proof), fileTransport({ centralUrl, token, now, send })),
    enrol: (centralUrl, input, signal) => enrol(clientTo(centralUrl, null), input, signal),
  };
}

function httpTransport(client: Client, files: FileTransport): Transport {
  return {
    files,
    changes: ({ viewing, ...query }, signal) =>
      answerOf(() =>
        client.changes(viewing === null ? query : { ...query, viewing }, limited(signal, query.wait)),
      ),
    result: (id, signal) =>
      answerOf(() =>
        client.commandResult({ id }, limited(signal)).catch((error: unknown) => {
          // Any web server has a 404; only the central service says it in these words.
          if (error instanceof FailedAnswer && error.centralCode === 'NOT_FOUND') return null;
          throw error;
        }),
      ),
    adopt: (brought, signal) =>
      answerOf(() =>
        client.bring({ commands: [...brought] }, limited(signal)).then(
          ({ results }) => results,
          (error: unknown) => {
            if (error instanceof FailedAnswer && error.centralCode === 'FORBIDDEN') return null;
            throw error;
          },
        ),
      ),
    commands: (commands, signal) =>
      answerOf(async () => (await client.commands({ commands: [...commands] }, limited(signal))).results),
  };
}

/** `waitMs`: for so long the central service was asked to hold the request. */
function limited(signal: AbortSignal, waitMs = 0): { signal: AbortSignal } {
  return { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS + waitMs)]) };
}

async function enrol(
  client: Client,
  input: Parameters<Connector['enrol']>[1],
  signal: AbortSignal,
): Promise<EnrolAnswer> {
  try {
    return { ok: true, ...(await client.enrol(input, limited(signal))) };
  } catch (error) {
    const { code, retryAfterMs } = failureOf(error);
    // The central service answers a wrong code with an error of its own; anything else is another web server.
    const said = error instanceof FailedAnswer ? error.centralCode : null;
    if (said === 'TOO_MANY_CODES') return { ok: false, code: 'too_many_codes', ...minutesOf(retryAfterMs) };
    if (isObstacle(code)) return { ok: false, code };
    if (NOT_REACHED.includes(code)) return { ok: false, code: 'unreachable' };
    if (said === null) return { ok: false, code: 'not_central' };
    return { ok: false, code: said === 'FORBIDDEN' ? 'not_for_joining' : 'bad_code' };
  }
}

/** Most that an officer is told to wait. */
const MOST_MINUTES = 60;

function minutesOf(ms: number | null): { readonly minutes?: number } {
  return ms === null ? {} : { minutes: Math.min(MOST_MINUTES, Math.max(1, Math.ceil(ms / 60_000))) };
}

const NOT_REACHED: readonly FailureCode[] = [
  'unreachable',
  'cut',
  'timeout',
  'aborted',
  'server_error',
  'rate_limited',
];
