import type { central as id } from '../id/central.ts';

export const central: typeof id = {};
