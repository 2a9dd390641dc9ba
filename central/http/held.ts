import type { FastifyReply, FastifyRequest } from 'fastify';

/** The requests of each device that are not answered yet, so that they can be cut off. */
export function openHeld() {
  const held = new Map<string, Set<() => void>>();
  return {
    devices: (): readonly string[] => [...held.keys()],
    hold: (device: string, { raw }: FastifyRequest, reply: FastifyReply): void => {
      const own = held.get(device) ?? new Set();
      held.set(device, own);
      const end = (): void => void raw.destroy();
      own.add(end);
      reply.raw.once('close', () => {
        own.delete(end);
        if (own.size === 0 && held.get(device) === own) held.delete(device);
      });
    },
    cut: (device: string): void => {
      for (const end of held.get(device) ?? []) end();
    },
  };
}
