import { readFileSync, statfsSync, statSync } from 'node:fs';
import { arch, cpus, homedir, hostname, platform, release, totalmem, userInfo } from 'node:os';
import { join } from 'node:path';
import {
  type DiagnosticFile,
  type Evidence,
  evidence,
  SHOWN_LOG,
} from '#shared/contract/window/diagnostics.ts';
import { plainLine } from '#shared/contract/window/sync.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import { type BackendContext, settingsNow } from './context.ts';
import type { WindowApi } from './implement.ts';

const LOGS = ['shell.log.1', 'shell.log', 'backend.log.1', 'backend.log'];
/** Lines of the sync log. */
const SHOWN_EVENTS = 200;

export function diagnosticsHandlers(os: WindowApi['diagnostics'], context: BackendContext) {
  return {
    collect: os.collect.handler(() => collect(context)),
    evidence: os.evidence.handler(() => readEvidence(context.evidenceFile)),
  };
}

/** No log has a name or a token in it; what is known of them here is taken out all the same. */
function collect(context: BackendContext): readonly DiagnosticFile[] {
  const { dataDir, journal } = context;
  const secrets = secretsOf(context);
  const sync = journal.lastLines(SHOWN_EVENTS).map((event) => plainLine(event));
  const files: readonly DiagnosticFile[] = [
    { name: 'komputer.txt', text: facts(context).join('\n') },
    { name: 'sinkronisasi.txt', text: sync.join('\n') },
    ...LOGS.flatMap((name) => {
      const text = newestLines(join(dataDir, 'log', name));
      return text === '' ? [] : [{ name, text }];
    }),
  ];
  return files.map(({ name, text }) => ({
    name,
    text: secrets.reduce((clean, secret) => clean.replaceAll(secret, '…'), text),
  }));
}

function newestLines(path: string): string {
  try {
    const text = readFileSync(path, 'utf8');
    return text.length <= SHOWN_LOG ? text : text.slice(text.indexOf('\n', text.length - SHOWN_LOG) + 1);
  } catch {
    return '';
  }
}

function secretsOf({ dataDir, journal: { session } }: BackendContext): readonly RegExp[] {
  const { username } = userInfo();
  const stored = [session.session(), session.joining()].flatMap((one) =>
    one === null ? [] : [one.token, one.officer.name, one.officer.id, one.officer.agency?.name ?? ''],
  );
  return (
    [dataDir, homedir(), hostname(), username, ...stored]
      .filter((secret) => secret.length > 1)
      .toSorted((a, b) => b.length - a.length)
      .map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
      // Whole words: a PC may be named "vm".
      .map((secret) => new RegExp(`(?<![\\p{L}\\p{N}])${secret}(?![\\p{L}\\p{N}])`, 'giu'))
  );
}

/** Of this PC and its program: figures and codes. */
function facts(context: BackendContext): readonly string[] {
  const { dataDir, journal, cache, sync, policy } = context;
  const { undelivered, refused, aside } = journal.commands.counts();
  const { phase, online, obstacle, signInNeeded, outdated } = sync.state();
  const { clockOffMs, generation, loading, lastSyncedAt } = cache.feed();
  const { language, theme, metered } = settingsNow(context);
  const { node, electron = '-', chrome = '-' } = process.versions;
  const { bavail, bsize } = statfsSync(dataDir);
  const bytes = (name: string): number => statSync(join(dataDir, name), { throwIfNoEntry: false })?.size ?? 0;
  return [
    `system: ${platform()} ${release()} ${arch()}, ${cpus().length} cpus, ${totalmem()} bytes of memory`,
    `versions: electron ${electron}, chrome ${chrome}, node ${node}`,
    `free on the disk: ${bavail * bsize} bytes`,
    `journal: ${bytes('journal.db')} bytes; cache: ${bytes('cache.db')} bytes, generation ${generation}`,
    `commands: ${undelivered} undelivered, ${refused} refused, ${aside} set aside`,
    `drafts: ${journal.drafts.all().length}`,
    `central service: ${centralOf(context)}; online ${online}; ${phase}; obstacle ${obstacle ?? 'none'}`,
    `sign in needed ${signInNeeded}; outdated ${outdated}; loading ${loading ?? 'done'}; last synced ${lastSyncedAt ?? 'never'}`,
    `clock off: ${clockOffMs} ms`,
    `settings: ${language}, ${theme}; metered ${metered}; saving ${sync.saving() ?? 'nothing'}`,
    `notices: ${
      journal.notices
        .all()
        .map(({ code }) => code)
        .join(' ') || 'none'
    }`,
    `policy: ${
      Object.keys(policy)
        .filter((field) => field !== 'problem')
        .join(' ') || 'nothing fixed'
    }; ${policy.problem?.fault ?? 'no problem'}`,
  ];
}

function centralOf({ journal: { session } }: BackendContext): string {
  const address = session.session()?.centralUrl;
  if (address === undefined) return 'not connected';
  return address === STANDALONE_PREFIX ? 'standalone' : (URL.parse(address)?.protocol ?? 'unknown');
}

/** Null: there is none, or none that can be read. */
function readEvidence(file: string | null): Evidence | null {
  try {
    return file === null ? null : evidence.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
