import { noteWrongCode, redeemCode } from '../store/accounts.ts';
import type { Db } from '../store/database.ts';
import { openWrongCodes, type WrongCodeLimits } from './wrong-codes.ts';

/** How devices enrol: `waitMs` says when a code of an address is looked at again, 0: now. */
export type Enrolling = ReturnType<typeof openEnrolling>;

export function openEnrolling(db: Db, limits: WrongCodeLimits, now: () => Date) {
  const codes = openWrongCodes(limits, now);
  return {
    waitMs: codes.waitMs,
    /** Null: the code is not good. `too_many`: nor is it looked at before the time is over. */
    enrol: async (address: string, enrolment: Parameters<typeof redeemCode>[1]) => {
      if (codes.waitMs(address) > 0) return 'too_many';
      const wrong = codes.count(address);
      const enrolled = await redeemCode(db, enrolment, now());
      if (enrolled === null) await noteWrongCode(db, { address, wrong }, now());
      else codes.takeBack(address);
      return enrolled;
    },
  };
}
