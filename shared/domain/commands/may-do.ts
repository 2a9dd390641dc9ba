import type { Role } from '../people/roles.ts';
import { COMMANDS, type CommandKind } from './registry.ts';

/** May somebody of this role do this kind of thing at all? */
export function mayDo(role: Role, kind: CommandKind): boolean {
  return COMMANDS[kind].roles.includes(role);
}
