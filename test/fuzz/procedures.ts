import { isContractProcedure } from '@orpc/contract';
import * as z from 'zod';

/** One call of a contract. */
export type Procedure = {
  readonly path: readonly string[];
  /** Of HTTP; absent where the contract is spoken over a socket. */
  readonly method: string | undefined;
  readonly route: string | undefined;
  /** What goes in; null: nothing does. */
  readonly input: z.core.JSONSchema.JSONSchema | null;
};

/** Every call of a contract. */
export function proceduresOf(contract: object, path: readonly string[] = []): readonly Procedure[] {
  if (!isContractProcedure(contract)) {
    return Object.entries(contract).flatMap(([name, inner]) => proceduresOf(inner, [...path, name]));
  }
  const { inputSchema, route } = contract['~orpc'];
  const input =
    inputSchema instanceof z.ZodType
      ? z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' })
      : null;
  return [{ path, method: route.method, route: route.path, input }];
}
