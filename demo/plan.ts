import { RAW_STATUS } from '#shared/domain/complaint/status.ts';

/** How a complaint stands today, counted in working days before today. */
export type Plan = {
  /** `dispositioned`: to the agency, whichever it is. */
  readonly rawStatus: string;
  readonly statusReason: string | null;
  /** Working days ago that it was given to the agency. */
  readonly dispositioned: number;
  /** Working days ago of each follow-up, oldest first. */
  readonly answered: readonly number[];
  /** Working days ago of the reporter's reply after the last follow-up; null without one. */
  readonly replied: number | null;
  readonly note: boolean;
};

function plan(rawStatus: string, dispositioned: number, answered: number[] = [], more?: Partial<Plan>): Plan {
  return { rawStatus, statusReason: null, dispositioned, answered, replied: null, note: false, ...more };
}

const WAITING = 'dispositioned';
const FOLLOWED = RAW_STATUS.followedUp;
const REPLIED = RAW_STATUS.repliedByReporter;

/**
 * Open complaints in the proportion of a real desk: some late, some due today and tomorrow, most with time
 * left. The first limit is 5 working days from disposition, the second mostly 14.
 */
export const OPEN_PLANS: readonly Plan[] = [
  plan(WAITING, 8),
  plan(WAITING, 5),
  plan(FOLLOWED, 14, [12], { note: true }),
  plan(WAITING, 2),
  plan(FOLLOWED, 9, [7]),
  plan(WAITING, 4),
  plan(FOLLOWED, 6, [3], { note: true }),
  plan(REPLIED, 13, [9], { replied: 1 }),
  plan(WAITING, 1),
  plan(FOLLOWED, 11, [8, 4]),
  plan(WAITING, 3),
  plan(FOLLOWED, 7, [5]),
  plan(RAW_STATUS.verified, 0),
  plan(FOLLOWED, 10, [6], { note: true }),
  plan(FOLLOWED, 15, [11]),
  plan(WAITING, 2),
  plan(FOLLOWED, 5, [2]),
  plan(REPLIED, 8, [5, 3], { replied: 0 }),
  plan(FOLLOWED, 12, [8]),
  plan('Ditunda', 10, [7], { statusReason: 'Data pelapor belum lengkap' }),
  plan(FOLLOWED, 4, [1]),
  plan(WAITING, 1, [], { note: true }),
  plan(FOLLOWED, 8, [6, 2]),
  plan('Menunggu Konfirmasi Admin Provinsi', 3),
  plan(FOLLOWED, 3, [1]),
  plan(FOLLOWED, 13, [10], { note: true }),
  plan('Belum Terverifikasi', 1),
  plan(FOLLOWED, 6, [4]),
  plan(REPLIED, 9, [6], { replied: 2 }),
  plan(FOLLOWED, 2, [0]),
];

export const CLOSED_PLANS: readonly Plan[] = [
  plan('Ditutup oleh Sistem', 34, [31]),
  plan('Ditutup oleh Pelapor', 22, [19], { replied: 17 }),
  plan('Selesai', 48, [45, 38]),
  plan('Ditutup oleh Sistem', 61, [57], { note: true }),
  plan('Diarsipkan oleh Admin', 27, [], { statusReason: 'Duplikat' }),
  plan('Ditutup oleh Admin', 75, [71, 60]),
  plan('Ditutup oleh Sistem', 90, [88]),
  plan('Selesai', 52, [50], { replied: 47 }),
  plan('Ditutup oleh Sistem', 110, [104]),
  plan('Diarsipkan oleh Sistem', 95, [], { statusReason: 'Laporan tidak dilengkapi pelapor' }),
];
