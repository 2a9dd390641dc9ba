import type { Migration } from '../../migrate.ts';

/** What a text says besides its words: the OPD a return is meant for, the day of a postponement, who it is forwarded to. */
export const choices: Migration = {
  version: 3,
  up: (db) =>
    db.exec(`
      ALTER TABLE draft ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';
      UPDATE draft SET choices = json_object('suggestedAgency', suggested_agency) WHERE suggested_agency IS NOT NULL;
      ALTER TABLE draft DROP COLUMN suggested_agency;
      ALTER TABLE command ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';
      UPDATE command SET choices = json_object('suggestedAgency', suggested_agency) WHERE kind = 'return';
      ALTER TABLE command DROP COLUMN suggested_agency;
    `),
};
