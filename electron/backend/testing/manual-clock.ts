import type { Clock } from '../base/clock.ts';

export type ManualClock = Clock & {
  /** Moves time on and rings every alarm that is due, in order. */
  readonly advance: (ms: number) => void;
  /** When the next alarm rings; null when none is set. */
  readonly nextAlarm: () => number | null;
};

export function manualClock(start: number): ManualClock {
  let now = start;
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>();
  const due = (until: number) =>
    [...alarms].filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    alarm: (at, ring) => {
      const alarm = { at, ring };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    advance: (ms) => {
      const until = now + ms;
      for (let alarm = due(until); alarm !== undefined; alarm = due(until)) {
        alarms.delete(alarm);
        now = Math.max(now, alarm.at);
        alarm.ring();
      }
      now = until;
    },
    nextAlarm: () => (alarms.size === 0 ? null : Math.min(...[...alarms].map((alarm) => alarm.at))),
  };
}
