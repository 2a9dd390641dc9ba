/** Agencies, the officers of each, their devices' tokens, and the one-time codes with which they enrol. */
export const ACCOUNTS = `
  create table agencies (
    id text primary key,
    name text not null,
    name_key text not null unique,
    approval boolean not null default false
  );
  create table officers (
    id text primary key,
    name text not null,
    role text not null check (role in ('penghubung', 'pelaksana', 'pimpinan', 'admin', 'pengawas')),
    agency_id text references agencies,
    created_at timestamptz not null
  );
  create table tokens (
    hash bytea primary key,
    officer_id text not null references officers,
    device text not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    last_used_at timestamptz,
    -- May bring what an office did alone: until the device first asks for anything else.
    joining boolean not null default false
  );
  create table enrolment_codes (
    hash bytea primary key,
    agency_id text not null references agencies,
    role text not null,
    name text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_by text references officers,
    -- For a further device of this officer; null: for somebody new.
    officer_id text references officers,
    -- For an office that hands over what it did alone.
    joining boolean not null default false
  );`;
