import { join } from 'node:path';
import type { Start } from '../../support/electron/installed-app.ts';
import { CENTRAL_NAME, type OfficeProxy } from '../../support/office-proxy.ts';
import type { Stack } from '../../support/stack.ts';

/** What Linux says of its network where no desktop does. */
export const network = ({ script }: OfficeProxy): Record<string, string> => ({
  auto_proxy: script,
  XDG_CURRENT_DESKTOP: '',
});

/** A PC that joins from behind the office's proxy, which alone knows where the central service is. */
export async function atOffice(
  stack: Stack,
  proxy: OfficeProxy,
  agency: string,
  name: string,
): Promise<Start> {
  return {
    dataDir: join(stack.folder, 'officer'),
    args: ['--join-url', `http://${CENTRAL_NAME}`, '--join-name', name],
    env: { PENGHUBUNG_JOIN_CODE: await stack.code(agency, name), ...network(proxy) },
  };
}
