/** Where no proxy leads: the demonstration's central service is on this computer. */
const THIS_COMPUTER = ['localhost', '127.0.0.1', '::1'];

/** Node.js looks for the system's proxy (`http_proxy` and its like) and certificates only when told to. */
export function systemNetwork(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const direct = env.no_proxy || env.NO_PROXY;
  const no_proxy = [...(direct ? [direct] : []), ...THIS_COMPUTER].join(',');
  return { NODE_USE_ENV_PROXY: '1', NODE_USE_SYSTEM_CA: '1', no_proxy, NO_PROXY: no_proxy };
}
