/**
 * One feed per agency. A feed's `seq` grows under its row's lock, so its order is the order of commit. A
 * complaint or a kind of reference data has at most one item in a feed: the newest. Its `mark` is drawn by
 * lot each time it is written, so that an item which is written again after the database was put back is
 * another one, though it may have the number of the one that was lost. Of `colleagues` and `templates` every
 * agency has its own; their rows in `reference_data` are there so that a feed can name them.
 */
export const FEEDS = `
  create table service (
    only_row boolean primary key default true check (only_row),
    epoch text not null,
    cursor_key bytea not null,
    -- The database that this history was last served from: another one means that it came out of a backup, or moved.
    database_identity text,
    -- Receipts move ahead from this place with the time since then.
    receipts_from bigint not null default 20001,
    receipts_since timestamptz not null default now()
  );
  -- All before the one of now, and those that only others remember: they were lost with a database.
  create table ended_epochs (epoch text primary key);
  create table reference_data (
    name text primary key check (name in ('holidays', 'rules', 'agencies', 'colleagues', 'templates')),
    value jsonb not null
  );
  create table feeds (
    agency_id text primary key references agencies,
    seq bigint not null
  );
  create table feed_items (
    agency_id text not null references feeds,
    seq bigint not null,
    kind text not null check (kind in ('upsert', 'removal', 'reference')),
    complaint_id text references complaints,
    reference text references reference_data,
    mark bigint not null default floor(1 + random() * 4294967295),
    primary key (agency_id, seq),
    constraint feed_items_newest unique nulls not distinct (agency_id, complaint_id, reference),
    check ((kind = 'reference') = (reference is not null)),
    check ((kind = 'reference') = (complaint_id is null))
  );`;
