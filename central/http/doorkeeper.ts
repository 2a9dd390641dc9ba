import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOfHeader } from '../accounts/authorize.ts';
import type { Enrolling } from '../accounts/enrol.ts';
import { officersOfDevices } from '../store/accounts.ts';
import type { Db } from '../store/database.ts';
import { validTokens } from '../store/devices.ts';
import { readTogether } from '../store/read-together.ts';
import { addressKey } from './address.ts';
import { refuse } from './answers.ts';
import { counter } from './counter.ts';
import { openHeld } from './held.ts';
import type { Limits } from './limits.ts';

/** Refused because of too many at once: ms after which there is room, most likely. */
const ROOM_AFTER_MS = 1_000;
/** Devices known by heart. More than all PCs of a kabupaten. */
const KNOWN = 20_000;
export const ENROL_PATH = '/v1/enrolments';

export type DoorkeeperDeps = {
  readonly db: Db;
  /** For those who come to wait for news: a whole fleet may come back at once. */
  readonly waiting: Db;
  readonly now: () => Date;
  readonly limits: Limits;
  readonly enrolling: Enrolling;
};

/**
 * Looks at each request before a byte of its body is read: who asks, and do they ask for too much at once?
 * Nobody's body is read but that of an enrolled device, or a small one to enrol.
 */
export function openDoorkeeper({ db, waiting, now, limits, enrolling }: DoorkeeperDeps) {
  const requests = counter();
  const strangers = counter();
  const devices = counter();
  const bodies = counter();
  const lookIn = (at: Db) => readTogether((asked: readonly string[]) => officersOfDevices(at, asked, now()));
  const [look, lookBeforeWaiting] = [lookIn(db), lookIn(waiting)];
  const held = openHeld();
  const known = new Set<string>();

  const remember = (device: string, isValid: boolean): void => {
    known.delete(device);
    if (isValid) known.add(device);
    const [oldest] = known;
    if (known.size > KNOWN && oldest !== undefined) known.delete(oldest);
  };

  /** @returns true when the request may go on */
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    const address = addressKey(request.ip);
    const hash = deviceOfHeader(request.headers.authorization);
    const device = hash?.toString('hex') ?? null;
    const isKnown = device !== null && known.has(device);
    if (hasBody(request) && !isChunk(request)) endIfSlow(request, limits.bodyMs);
    const refused = (): false => {
      refuse(reply, 'TOO_MANY_REQUESTS', ROOM_AFTER_MS);
      return false;
    };
    const during = (giveBack: (() => void) | null): boolean => {
      if (giveBack !== null) reply.raw.once('close', giveBack);
      return giveBack !== null;
    };

    if (!during(requests.take(address, limits.requests))) return refused();
    if (device !== null && !during(devices.take(device, limits.deviceRequests))) return refused();
    const stranger = isKnown ? null : strangers.take(address, limits.strangers);
    if (!isKnown && !during(stranger)) return refused();
    if (device !== null && hash !== null) {
      // Before the look at its token: so a device that is revoked meanwhile is either seen or cut off.
      held.hold(device, request, reply);
      const found = await (waits(request) ? lookBeforeWaiting : look)(device);
      remember(device, found !== null);
      if (found !== null) request.caller = { ...found, device: hash };
      if (found !== null) stranger?.();
    }

    if (!hasBody(request)) return true;
    if (request.url === ENROL_PATH) {
      const waitMs = enrolling.waitMs(address);
      if (waitMs > 0) refuse(reply, 'TOO_MANY_CODES', waitMs);
      return waitMs === 0;
    }
    if (request.caller === null || device === null) {
      if (isChunk(request)) endIfSlow(request, limits.bodyMs);
      refuse(reply, 'UNAUTHORIZED');
      return false;
    }
    return isChunk(request) || during(bodies.take(device, limits.deviceBodies)) || refused();
  };

  return {
    admit,
    /** Cuts off the requests of devices whose token was taken back. */
    cutRevoked: async (): Promise<void> => {
      const asking = held.devices();
      const valid = await validTokens(db, asking);
      for (const device of asking) {
        if (valid.has(device)) continue;
        known.delete(device);
        held.cut(device);
      }
    },
  };
}
export type Doorkeeper = ReturnType<typeof openDoorkeeper>;

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** For news, as long as there is none? */
function waits({ url }: FastifyRequest): boolean {
  return /^\/v1\/changes\?.*\bwait=[1-9]/.test(url);
}

/** A chunk of a file: it goes to the store as it comes, and may take its time. */
function isChunk({ headers }: FastifyRequest): boolean {
  return headers['content-type'] === 'application/offset+octet-stream';
}

/** Hangs up on a body that is not whole in time. */
function endIfSlow({ raw }: FastifyRequest, ms: number): void {
  const timer = setTimeout(() => raw.destroy(), ms);
  const inTime = (): void => clearTimeout(timer);
  raw.once('end', inTime).once('close', inTime);
}
