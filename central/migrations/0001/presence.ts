/**
 * Who has which complaint open, one row per device. Unlogged: it is true for a minute or not at all, so a
 * crash may take it, and it costs no writing to the log.
 */
export const PRESENCE = `
  create unlogged table presence (
    device bytea primary key references tokens,
    officer_id text not null references officers,
    agency_id text not null references agencies,
    complaint_id text not null references complaints,
    until timestamptz not null
  );
  create index presence_of_agency on presence (agency_id);`;
