import type * as contract from '#shared/contract/central/central.ts';
import type { EnrolFailure } from '#shared/contract/window/session.ts';
import type { Command } from '#shared/domain/commands/command.ts';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { Answer } from './failure.ts';

type Asked<T> = Promise<Answer<T>>;

type ChangesQuery = {
  readonly after: string;
  readonly limit: number;
  /** ms that the central service may hold the request until something changes. */
  readonly wait: number;
  /** The complaint that the officer has open, for the colleagues; null: none. */
  readonly viewing: string | null;
};

/** The way to the central service, once somebody is enrolled. */
export type Transport = {
  readonly changes: (query: ChangesQuery, signal: AbortSignal) => Asked<contract.ChangesPage>;
  readonly commands: (
    sent: readonly Command[],
    signal: AbortSignal,
  ) => Asked<readonly contract.CommandResult[]>;
  /** The stored result of a command; null: the central service has never decided it. */
  readonly result: (id: string, signal: AbortSignal) => Asked<contract.CommandResult | null>;
  /** Hands over what a standalone office decided; null: this access is not (any more) for that. */
  readonly adopt: (
    brought: readonly contract.BroughtCommand[],
    signal: AbortSignal,
  ) => Asked<readonly contract.BroughtResult[] | null>;
  readonly files: FileTransport;
};

/** A file as it is announced to the central service. */
export type AnnouncedFile = Pick<Attachment, 'sha256' | 'name' | 'type' | 'size'>;
type Chunk = { readonly bytes: Uint8Array; readonly size: number };

/** Bytes of files: up by tus 1.0, down by ranges. Each call is one request of bounded size. */
export type FileTransport = {
  /** Has the central service the whole file? */
  readonly has: (sha256: string, signal: AbortSignal) => Asked<boolean>;
  /** Begins an upload. Answers where its bytes go; null: the central service does not take such a file. */
  readonly announce: (file: AnnouncedFile, signal: AbortSignal) => Asked<string | null>;
  /** Bytes that the central service has of an upload; null: it does not know the upload (any more). */
  readonly offset: (url: string, signal: AbortSignal) => Asked<number | null>;
  /** Bytes that the central service has after these; null: it does not know the upload (any more). */
  readonly append: (
    url: string,
    offset: number,
    bytes: Uint8Array,
    signal: AbortSignal,
  ) => Asked<number | null>;
  /** At most `length` bytes from `start` on; null: the central service has no such file for us. */
  readonly chunk: (sha256: string, start: number, length: number, signal: AbortSignal) => Asked<Chunk | null>;
};

export type EnrolAnswer =
  | { readonly ok: true; readonly token: string; readonly officer: Officer }
  | {
      readonly ok: false;
      readonly code: Exclude<EnrolFailure, 'other_officer'>;
      /** When it may be tried again, if the central service has said so. */
      readonly minutes?: number | undefined;
    };

/** How the backend comes to a transport: real HTTP, or a script in tests. */
export type Connector = {
  /** `proof`: asked for with each request, what this PC can show of the last accepted command. */
  readonly connect: (centralUrl: string, token: string, proof?: () => string | null) => Transport;
  readonly enrol: (
    centralUrl: string,
    input: {
      readonly code: string;
      readonly name: string;
      readonly device: string;
      /** A standalone office that will hand over what it did. */
      readonly joining: boolean;
    },
    signal: AbortSignal,
  ) => Promise<EnrolAnswer>;
};

/** One connection per session: a new token, or another address, makes a new one. */
export function currentTransport(
  session: () => { readonly centralUrl: string; readonly token: string } | null,
  connector: Connector,
  proof: () => string | null,
): () => Transport {
  let known: { readonly key: string; readonly transport: Transport } | null = null;
  return () => {
    const current = session();
    if (current === null) throw new Error('nobody is enrolled');
    const key = `${current.centralUrl} ${current.token}`;
    if (known?.key !== key) {
      known = { key, transport: connector.connect(current.centralUrl, current.token, proof) };
    }
    return known.transport;
  };
}
