export const central = {
  help: `Central service of Penghubung

Usage: npm run central -- COMMAND [options]

  serve                          Run the service until it is stopped
      --port N                   Port (default 7410; 0 = any free one)
      --host ADDRESS             Network address (default 127.0.0.1)
      --log FILE                 The log to a file, turned over at 10 MB, 5 older ones kept (default: stderr)
      --proxy ADDRESS,ADDRESS    Reverse proxies on other machines that say for whom they ask (X-Forwarded-For)
      --releases FOLDER          Serve the program's releases from this folder, at /releases/
  import FILE.xlsx               Check an Excel export of LAPOR! without changing anything
      --apply                    Apply it: all of it or nothing
      --skip-rejected            Apply the good rows even if others are rejected
      --create-agencies          Register every agency in the file that is not known yet
      --json                     End with one line of JSON
  enrol --opd NAME               Make a one-time code for an agency's officer (valid for 7 days)
      --role ROLE                penghubung (default), pelaksana or pimpinan
      --name NAME                The officer's name
      --officer NAME             A further device for an officer who is registered already
      --joining                  A joining code: an office that works standalone brings its work along
      --json                     One line of JSON
  enrol list                     The enrolled PCs and their last use; --opd NAME, --json
  enrol revoke --device ID       Take back one PC; all of an officer's: --officer NAME --opd NAME
  agencies                       List the agencies
  agencies add NAME [--id N]     Add an agency, with its id in LAPOR!
  agencies approval on NAME      Another officer approves the agency's answers first; off: no need
  holidays                       List national holidays and collective leave
  holidays add DAY NAME          Add a day off (2026-08-18); --cuti-bersama, --source DECREE
  holidays remove DAY            Remove a day off
  holidays replace FILE.json     Replace the whole table
  templates                      List the templates of the offices
  templates add NAME --text TEXT Add or replace a template of every OPD; --file FILE, --opd NAME
  templates remove NAME          Remove a template of every OPD; --opd NAME
  waiting                        List reports that agencies recorded and nobody answers yet
  waiting give NUMBER --opd NAME Give that report to an agency
  restored                       Run once after the database was restored from a backup
  demo [--json]                  Fill an empty database with an invented regency

For every command:
      --data FOLDER              Data folder (default .data/central)
      --lang=en                  Speak English
When DATABASE_URL is set and --data is not, that PostgreSQL server is used.
Import: a file with rejected rows is not applied, unless --skip-rejected is given.
Exit code: 0 done, 1 could not be done, 2 command not understood.`,
  unknownCommand: 'The command "{{name}}" is not known. See the list of commands with --help.',
  badArguments: 'Option not understood: {{reason}}',
  unexpected: 'The command did not finish because of an unexpected error: {{reason}}',
  noEmbedded: 'The embedded PostgreSQL does not start: {{reason}}',
  noDatabase: 'The database cannot be used: {{reason}}',
  databaseGone:
    'The embedded PostgreSQL ended and cannot be started again; the service ends. What was accepted is in its data folder. {{reason}}',
  cannotServe: 'The service cannot run on port {{port}}: {{reason}}',
  badPort: 'Port "{{port}}" is not valid. Use a number from 0 to 65535.',
  cannotLog: 'The log file "{{file}}" cannot be written: {{reason}}. Nothing was started.',
  badProxy: 'The proxy\'s address "{{proxy}}" is no IP address. Nothing was started.',
  badReleases: 'The folder of releases "{{folder}}" is not there. Nothing was started.',
  enrolNeedsOpd: 'Name the agency with --opd NAME. List of agencies: agencies.',
  badRole: 'The role "{{role}}" is not valid. Choices: {{roles}}.',
  unknownOpd: 'The agency "{{opd}}" is not registered. List them with agencies, or add it with agencies add.',
  enrolled: 'One-time code for {{role}} {{opd}}: {{code}}\nValid for 7 days, for one device.',
  enrolledJoining:
    'Joining code for {{role}} {{opd}}: {{code}}\nValid for 7 days, for one office that works standalone; used up once it has joined. Import the newest export of LAPOR! first: work on reports that are not known yet waits for an import.',
  unknownOfficer: 'The officer "{{name}}" is not registered at {{opd}}.',
  revokeUsage:
    'Usage: enrol list [--opd NAME], enrol revoke --device ID, or enrol revoke --officer NAME --opd NAME.',
  unknownDevice: 'That PC is not enrolled. List of PCs: enrol list.',
  revoked: '{{count}} PCs were taken back. Their connections end now; to connect again they need a new code.',
  deviceActive: 'active',
  deviceUnused: 'unused for long',
  deviceRevoked: 'revoked',
  waitingUsage: 'Usage: waiting, or waiting give NUMBER --opd NAME.',
  waitingNone: 'No report that an agency recorded is waiting.',
  waitingUnknown: 'The report "{{number}}" is not waiting. List them with waiting.',
  waitingGiven: 'The report {{number}} was given to {{name}}.',
  agenciesUsage: 'Usage: agencies, agencies add NAME [--id N], or agencies approval on|off NAME.',
  approvalOn: 'Another officer now approves what {{name}} says to a reporter.',
  approvalOff: 'What {{name}} says to a reporter now needs no approval.',
  holidaysUsage:
    'Usage: holidays, holidays add DAY NAME, holidays remove DAY, or holidays replace FILE.json.',
  holidaysDay: 'The day "{{day}}" does not exist. A right one: 2026-08-18.',
  holidaysFile: 'The file "{{path}}" cannot be read as a table of holidays. Nothing was changed.',
  holidaysVersion: 'Table of holidays, version {{version}}:',
  holidaysReplaced:
    'The table of holidays now has version {{version}}. Every OPD counts its deadlines anew when it is connected.',
  templatesUsage:
    'Usage: templates, templates add NAME --text TEXT|--file FILE [--opd NAME], or templates remove NAME [--opd NAME].',
  templatesNone: 'There are no templates of offices yet.',
  templatesEverywhere: 'every OPD',
  templatesWording:
    'A template needs a name of up to 80 characters and a text of up to 20,000. Nothing was changed.',
  templatesFull: 'There are {{count}} templates already. Remove one first. Nothing was changed.',
  templateAdded: 'The template "{{name}}" is kept. Officers can use it as soon as they are connected.',
  templateRemoved:
    'The template "{{name}}" was removed; it leaves the lists of officers as soon as they are connected.',
  templateUnknown: 'There is no template "{{name}}" there. List them with templates.',
  agencyAdded:
    'The agency {{name}} was added with id {{id}}; {{reports}} reports waiting for it were passed on.',
  agencyKnown: 'The agency {{name}} is already registered with id {{id}}; nothing was changed.',
  demoFilled: 'The invented regency is ready: {{complaints}} reports in {{agencies}} agencies.',
  demoPresent: 'The database is not empty; nothing was changed.',
  restored:
    "The database is noted as restored from a backup. As soon as they connect, the officers' computers read all their reports again and send the answers of the last 30 days again. What is here already does not become double; what was lost since the backup comes back by itself. Lost attachments are asked for again.",
  importUsage: 'Name one file: import FILE.xlsx.',
  importPreview:
    'Preview: {{new}} new, {{changed}} changed, {{unchanged}} unchanged; {{unassigned}} without a known agency; {{rejected}} rejected.',
  importApplied:
    'Applied: {{new}} new, {{changed}} changed, {{unchanged}} unchanged; {{unassigned}} without a known agency; {{rejected}} rejected.',
  importRejectedRow: 'Row {{row}}: {{reason}}',
  importHint: 'Nothing was changed yet. Apply it with --apply.',
  importNotApplied:
    'Nothing was changed, because rows were rejected. Correct the file, or leave those rows out with --skip-rejected.',
  importUnassigned:
    'Reports without a known agency wait at the Admin Instansi. Register the agency with agencies add, or give its first officer a code with enrol; the reports are then passed on.',
};
