/** The answer to every command, for ever: the same id always gets the same answer. And the audit. */
export const COMMANDS = `
  create sequence receipts start 20001;
  create table command_results (
    id text primary key,
    officer_id text not null references officers,
    complaint_id text not null,
    kind text not null,
    outcome text not null,
    code text,
    receipt text unique,
    feed_seq bigint,
    at timestamptz not null,
    -- SHA-256 of what an office that joins said under this id; null: it came the usual way.
    brought bytea,
    check (
      (outcome = 'accepted' and receipt is not null and feed_seq is not null and code is null) or
      (outcome = 'refused' and receipt is null and feed_seq is null and code is not null)
    )
  );
  -- Brought by offices that joined, on complaints that no import has named yet.
  create table waiting_commands (
    position bigint generated always as identity primary key,
    id text not null unique,
    complaint_id text not null,
    officer_id text not null references officers,
    came_at timestamptz not null,
    bytes integer not null,
    brought jsonb not null
  );
  create index waiting_of_officer on waiting_commands (officer_id) include (bytes);
  create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    officer_id text references officers,
    action text not null,
    subject text not null,
    detail jsonb not null
  );
  create index audit_of_subject on audit (subject, id);`;
