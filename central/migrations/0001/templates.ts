/** Templates that an agency shares, or all (no agency). A name stands once in each, and once for all. */
export const TEMPLATES = `
  create table templates (
    id text primary key,
    agency_id text references agencies,
    name text not null,
    name_key text not null,
    text text not null,
    constraint templates_name unique nulls not distinct (agency_id, name_key)
  );`;
