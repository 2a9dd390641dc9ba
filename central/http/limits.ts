import type { WrongCodeLimits } from '../accounts/wrong-codes.ts';
import type { WaitingLimits } from '../store/joining.ts';
import type { UploadLimits } from '../store/uploads.ts';

const MIB = 1024 * 1024;

/**
 * How much the service takes of whom at once. What an address may is meant for an office of some hundred PCs
 * behind one of them. Behind a reverse proxy that does not say for whom it asks, everybody has its address.
 */
export type Limits = {
  /** Bytes of a body, unpacked: of somebody unknown (enrolling), and of an enrolled device. */
  readonly strangerBodyBytes: number;
  readonly bodyBytes: number;
  /** ms for a whole body; for the chunk of a file; and without a byte in either direction. */
  readonly bodyMs: number;
  readonly chunkMs: number;
  readonly silenceMs: number;
  /** Of an address at once: connections, requests, and requests of those who are not known yet. */
  readonly connections: number;
  readonly requests: number;
  readonly strangers: number;
  /** Of a device at once: requests, those of them with a body, and those that wait for news. */
  readonly deviceRequests: number;
  readonly deviceBodies: number;
  readonly devicePolls: number;
  /** Of everybody together: packages of a release that are being fetched at once. */
  readonly packages: number;
  readonly wrongCodes: WrongCodeLimits;
  readonly uploads: UploadLimits;
  readonly waiting: WaitingLimits;
};

export const LIMITS: Limits = {
  strangerBodyBytes: 16 * 1024,
  // 100 commands of the longest text.
  bodyBytes: 8 * MIB,
  bodyMs: 60_000,
  chunkMs: 600_000,
  // Longer than a request waits for news.
  silenceMs: 120_000,
  // A PC holds about four: waiting for news, sending, a file up, a file down.
  connections: 4_000,
  requests: 4_000,
  strangers: 256,
  deviceRequests: 32,
  deviceBodies: 4,
  devicePolls: 3,
  // After a release every PC wants a hundred MB: texts must find a way through beside them.
  packages: 32,
  wrongCodes: { free: 20, firstWaitMs: 60_000, longestWaitMs: 3_600_000 },
  // A joining office sends its files before its complaints, so there may be many that nothing names yet.
  uploads: { open: 20, openBytes: 500 * MIB, unnamed: 2_000, unnamedBytes: 5 * 1024 * MIB },
  // Many years of an office, of whose complaints an import has named none.
  waiting: { commands: 50_000, bytes: 64 * MIB },
};
