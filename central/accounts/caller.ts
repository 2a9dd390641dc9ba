import type { Officer } from '#shared/domain/people/roles.ts';

/** Who asks: an officer at an enrolled device. */
export type Caller = {
  readonly officer: Officer;
  /** The device, as the database knows it: by the hash of its token. */
  readonly device: Buffer;
  /** The device may bring what its office did alone. */
  readonly joining: boolean;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Null: no token came with it, or one that is not valid. */
    caller: Caller | null;
  }
}
