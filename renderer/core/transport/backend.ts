import type { ContractRouterClient } from '@orpc/contract';
import type { servedContract, windowContract } from '#shared/contract/window/window.ts';

/** Everything the window can ask of its backend, typed by the contract. */
export type Backend = ContractRouterClient<typeof windowContract>;

/** The officer's own backend, and beside it the one of practice mode. */
export type ServedBackend = ContractRouterClient<typeof servedContract>;
