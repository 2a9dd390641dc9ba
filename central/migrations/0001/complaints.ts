/**
 * Complaints, what happened to them, who has read them up to which revision, and what LAPOR!'s export last
 * said of them: an import takes a status or an agency over only when the export itself changed, so an answer
 * that is not yet published there is never undone. Which kinds of entry there are says the domain alone, so
 * that a new one needs no migration.
 */
export const COMPLAINTS = `
  create table complaints (
    id text primary key,
    tracking_id text not null unique check (tracking_id ~ '^([0-9]{1,15}|K-[0-9]{1,15})$'),
    revision integer not null check (revision > 0),
    title text not null,
    original_text text not null,
    final_text text not null,
    classification text not null check (classification in ('pengaduan', 'aspirasi', 'permintaan_informasi')),
    oversight boolean not null,
    anonymous boolean not null,
    confidential boolean not null,
    reporter_name text,
    category_id text,
    category_path text[] not null,
    parent_agency text,
    agency_id text references agencies,
    raw_status text not null,
    status_reason text,
    province text,
    regency text,
    district text,
    village text,
    channel text not null,
    rating double precision,
    returns integer not null default 0 check (returns >= 0),
    received_at timestamptz not null,
    dispositioned_at timestamptz,
    extra jsonb not null
  );
  create index complaints_of_agency on complaints (agency_id);
  create index complaints_unassigned on complaints (received_at, id) where agency_id is null;
  create table timeline_entries (
    position bigint generated always as identity primary key,
    id text not null unique,
    complaint_id text not null references complaints,
    kind text not null,
    at timestamptz not null,
    revision integer not null,
    author_officer_id text references officers,
    author_name text not null,
    author_role text not null,
    author_agency_id text references agencies,
    text text not null,
    visibility text not null check (visibility in ('public', 'agency')),
    receipt text,
    detail jsonb
  );
  create index timeline_entries_of_complaint on timeline_entries (complaint_id, position);
  create table read_marks (
    complaint_id text not null references complaints,
    officer_id text not null references officers,
    agency_id text not null references agencies,
    revision integer not null,
    primary key (complaint_id, officer_id)
  );
  create table lapor_memory (
    complaint_id text primary key references complaints,
    raw_status text not null,
    status_reason text,
    agency_text text not null,
    agency_id text references agencies
  );`;
