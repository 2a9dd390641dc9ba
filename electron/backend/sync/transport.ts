import type { ChangesPage, CommandResult } from '#shared/contract/central.ts';
import type { Command } from '#shared/domain/command.ts';
import type { Officer } from '#shared/domain/roles.ts';
import type { Answer } from './failure.ts';

/** The way to the central service, once somebody is enrolled. */
export type Transport = {
  /** `wait`: ms that the centre may hold the request until something changes. */
  readonly changes: (
    query: { readonly after: string; readonly limit: number; readonly wait: number },
    signal: AbortSignal,
  ) => Promise<Answer<ChangesPage>>;
  readonly commands: (
    commands: readonly Command[],
    signal: AbortSignal,
  ) => Promise<Answer<readonly CommandResult[]>>;
};

export type Enrolment = { readonly token: string; readonly officer: Officer };
export type EnrolFailure = 'unreachable' | 'bad_code' | 'not_central';
export type EnrolAnswer =
  | ({ readonly ok: true } & Enrolment)
  | { readonly ok: false; readonly code: EnrolFailure };

/** How the backend comes to a transport: real HTTP, or a script in tests. */
export type Connector = {
  readonly connect: (centralUrl: string, token: string) => Transport;
  readonly enrol: (
    centralUrl: string,
    input: { readonly code: string; readonly name: string; readonly device: string },
    signal: AbortSignal,
  ) => Promise<EnrolAnswer>;
};
