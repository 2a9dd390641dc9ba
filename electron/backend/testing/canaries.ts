import { type Backend, openBackend } from '../process/backend.ts';
import { manualClock } from './manual-clock.ts';
import { complaintNo, MONDAY, RINA } from './samples.ts';
import { ScriptedCentral } from './scripted-central.ts';
import { temporaryFolder } from './test-backend.ts';

/** Words that stand nowhere but in what is secret, one for each kind. */
export const CANARIES = {
  officer: 'Kenariwati Petugas',
  reporter: 'Kenariadi Pelapor',
  told: 'kenaricerita berlubang',
  title: 'Kenarijudul',
  trackingId: '7654321098',
  written: 'kenarijawaban kami',
  begun: 'kenaridraf kami',
  searched: 'kenaricari',
  token: 'kenaritoken-0123456789',
  code: 'KENARI-KODE',
} as const;

/**
 * An office whose every text and name is a canary, with its own log on the disk. `fail`: from now on what
 * comes from the central service breaks with an error that quotes a complaint.
 */
export async function canaryOffice(): Promise<{
  readonly backend: Backend;
  readonly dataDir: string;
  readonly fail: () => void;
}> {
  const dataDir = temporaryFolder();
  const clock = manualClock(MONDAY);
  const central = new ScriptedCentral(clock.now);
  central.officer = { ...RINA, name: CANARIES.officer };
  central.enrolAnswer = { ok: true, token: CANARIES.token, officer: central.officer };
  central.put(
    complaintNo(1, {
      id: `lapor-${CANARIES.trackingId}`,
      trackingId: CANARIES.trackingId,
      title: CANARIES.title,
      originalText: CANARIES.told,
      finalText: CANARIES.told,
      reporterName: CANARIES.reporter,
    }),
  );
  let broken = false;
  const { connect, enrol } = central.connector;
  const backend = await openBackend({
    dataDir,
    join: { centralUrl: 'https://pusat.invalid', code: CANARIES.code, name: CANARIES.officer },
    world: {
      clock,
      random: () => 0,
      connector: {
        enrol,
        connect: (...session) => {
          const { changes, ...others } = connect(...session);
          const quote = `{"finalText": ${CANARIES.told} ${CANARIES.reporter}`;
          return {
            ...others,
            changes: async (...asked) => (broken ? JSON.parse(quote) : changes(...asked)),
          };
        },
      },
    },
  });
  return {
    backend,
    dataDir,
    fail: () => {
      broken = true;
    },
  };
}
