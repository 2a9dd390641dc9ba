import type { ContractRouterClient } from '@orpc/contract';
import type { deskContract } from '#shared/contract/desk.ts';

/** Everything the window can ask of its backend, typed by the contract. */
export type Desk = ContractRouterClient<typeof deskContract>;
