/**
 * Files that go with entries, and their bytes in rows: so several processes of the service work on one
 * upload, and one backup holds everything. An upload belongs to the agency of its officer; an agency has the
 * same bytes whole at most once.
 */
export const ATTACHMENTS = `
  create table attachments (
    id uuid primary key,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    agency_id text not null references agencies,
    officer_id text not null references officers,
    name text not null,
    type text,
    size integer not null check (size > 0),
    received integer not null default 0 check (received between 0 and size),
    state text not null default 'receiving' check (state in ('receiving', 'whole', 'duplicate', 'rejected')),
    damaged boolean not null default false,
    writer uuid,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((state = 'whole') = (type is not null)),
    check (state <> 'whole' or received = size)
  );
  create unique index attachments_whole on attachments (sha256, agency_id) where state = 'whole';
  create index attachments_of_agency on attachments (agency_id, sha256);
  create index attachments_of_officer on attachments (officer_id);
  create table attachment_chunks (
    attachment_id uuid not null references attachments on delete cascade,
    first_byte integer not null check (first_byte >= 0),
    bytes bytea not null,
    primary key (attachment_id, first_byte)
  );
  -- Photos, films and archives are compressed already.
  alter table attachment_chunks alter column bytes set storage external;
  create table entry_attachments (
    complaint_id text not null references complaints,
    entry_id text not null references timeline_entries (id),
    position integer not null,
    attachment_id uuid not null references attachments,
    name text not null,
    primary key (complaint_id, entry_id, position)
  );
  create index entry_attachments_of_file on entry_attachments (attachment_id);`;
