import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import * as z from 'zod';
import {
  broughtAnswer,
  centralContract,
  changesPage,
  commandResult,
} from '#shared/contract/central/central.ts';
import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { officer } from '#shared/domain/people/roles.ts';
import type { Answer, Failure, FailureCode } from './failure.ts';
import { fileTransport } from './file-transport.ts';
import { answerOf, FailedAnswer, failureOf, requireAnswer } from './http-answer.ts';
import type { Connector, EnrolAnswer, EnrolFailure, FileTransport, Transport } from './transport.ts';

/** ms for an answer, over the time that the centre was asked to hold the request. */
const TIMEOUT_MS = 30_000;

const commandsAnswer = z.looseObject({ results: z.array(commandResult) });
const enrolAnswer = z.looseObject({ token: z.string().min(1), officer });

type CentralClient = ContractRouterClient<typeof centralContract>;

/**
 * The central service over HTTP. `now` is only for a `Retry-After` that is a date; `send` carries the
 * requests, so that a test can stand between.
 */
export function httpConnector(now: () => number, send: typeof fetch = fetch): Connector {
  const clientTo = (centralUrl: string, token: string | null) => clientOf(centralUrl, token, now, send);
  return {
    connect: (centralUrl, token) =>
      httpTransport(clientTo(centralUrl, token), fileTransport({ centralUrl, token, now, send })),
    enrol: (centralUrl, input, signal) => enrol(clientTo(centralUrl, null), input, signal),
  };
}

function clientOf(
  centralUrl: string,
  token: string | null,
  now: () => number,
  send: typeof fetch,
): CentralClient {
  return createORPCClient(
    new OpenAPILink(centralContract, {
      url: centralUrl.replace(/\/+$/, ''),
      headers: {
        [VERSION_HEADER]: String(CONTRACT_VERSION),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      fetch: async (request, init) => requireAnswer(await send(request, init), now()),
    }),
  );
}

function httpTransport(client: CentralClient, files: FileTransport): Transport {
  return {
    files,
    changes: ({ after, limit, wait, viewing }, signal) =>
      withTimeout(signal, TIMEOUT_MS + wait, async (limited) => {
        const query = { after, limit, wait, ...(viewing === null ? {} : { viewing }) };
        return parsed(changesPage, await client.changes(query, { signal: limited }));
      }),
    result: (id, signal) =>
      withTimeout(signal, TIMEOUT_MS, async (limited) => {
        try {
          return parsed(commandResult, await client.commandResult({ id }, { signal: limited }));
        } catch (error) {
          // Any web server has a 404; only the centre says it in these words.
          if (centralCodeOf(error) === 'NOT_FOUND') return null;
          throw error;
        }
      }),
    adopt: (reports, signal) =>
      withTimeout(signal, TIMEOUT_MS, async (limited) =>
        parsed(broughtAnswer, await client.bring({ reports: [...reports] }, { signal: limited })),
      ),
    commands: (commands, signal) =>
      withTimeout(signal, TIMEOUT_MS, async (limited) => {
        const body = await client.commands({ commands: [...commands] }, { signal: limited });
        return parsed(commandsAnswer, body).results;
      }),
  };
}

function centralCodeOf(error: unknown): string | null {
  return error instanceof FailedAnswer ? error.centralCode : null;
}

async function enrol(
  client: CentralClient,
  input: Parameters<Connector['enrol']>[1],
  signal: AbortSignal,
): Promise<EnrolAnswer> {
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    return { ok: true, ...parsed(enrolAnswer, await client.enrol(input, { signal: limited })) };
  } catch (error) {
    const central = error instanceof FailedAnswer && error.centralCode !== null;
    return { ok: false, code: enrolFailureOf(failureOf(error), central) };
  }
}

function enrolFailureOf({ code }: Failure, central: boolean): EnrolFailure {
  const notReached: readonly FailureCode[] = [
    'unreachable',
    'cut',
    'timeout',
    'aborted',
    'server_error',
    'rate_limited',
  ];
  if (notReached.includes(code)) return 'unreachable';
  // The centre answers a wrong code with an error of its own; anything else is another web server.
  return central ? 'bad_code' : 'not_central';
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new FailedAnswer({ code: 'not_an_answer', retryAfterMs: null });
}

function withTimeout<T>(
  signal: AbortSignal,
  ms: number,
  request: (limited: AbortSignal) => Promise<T>,
): Promise<Answer<T>> {
  return answerOf(() => request(AbortSignal.any([signal, AbortSignal.timeout(ms)])));
}
