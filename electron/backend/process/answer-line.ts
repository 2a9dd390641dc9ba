import type { AnyRouter } from '@orpc/server';
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import {
  decodeRequestMessage,
  encodeResponseMessage,
  experimental_ServerPeerWithoutCodec,
} from '@orpc/standard-server-peer';

type Message = Parameters<typeof decodeRequestMessage>[0];

/** One page's way to the backend. */
export type Line = {
  readonly send: (message: Message) => void;
  readonly end: () => void;
};

/**
 * Answers on one line by the router. A message that is none of the protocol ends its line: nobody can answer
 * it. The adapters of oRPC would write it to the console (web socket), or end the process (message port).
 */
export function answerLine(router: AnyRouter, { send, end }: Line) {
  const answer = createServerPeerHandleRequestFn(new StandardRPCHandler(router, {}), {});
  const peer = new experimental_ServerPeerWithoutCodec(async ([id, type, payload]) => {
    send(await encodeResponseMessage(id, type, payload));
  });
  const orEnd = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      end();
      throw error;
    }
  };
  const take = async (message: unknown): Promise<void> => {
    const request = await orEnd(decodeRequestMessage(message as Message));
    await peer.message(request, (asked) => orEnd(answer(asked)));
  };
  return {
    // What fails after the answer is that nobody waits for it any more.
    take: (message: unknown): void => void take(message).catch(() => undefined),
    close: (): void => peer.close(),
  };
}
