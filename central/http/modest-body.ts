import { MAX_BROUGHT, MAX_COMMANDS } from '#shared/contract/central/central.ts';
import { isModest } from '#shared/domain/schema.ts';

/** Things in the longest list of the contract. */
const MOST_THINGS = Math.max(MAX_COMMANDS, MAX_BROUGHT);

/**
 * Is a body small enough for the contract to look through? Its schemas make an object for each place that is
 * wrong, before they count: some hundred packed bytes could cost hundreds of MiB.
 */
export function isModestBody(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return true;
  return Object.values(body).every((value: unknown) =>
    Array.isArray(value) ? value.length <= MOST_THINGS && value.every(isModest) : isModest(value),
  );
}
