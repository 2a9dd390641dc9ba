/** Where an officer may be led from the window: the official system, and nothing else yet. */
const KNOWN_HOSTS = ['lapor.go.id', 'www.lapor.go.id'];

/** May the browser of the system open this? Only https on a known host, with no name or port put in. */
export function isAllowedLink(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed?.protocol === 'https:' &&
    parsed.port === '' &&
    parsed.username === '' &&
    parsed.password === '' &&
    KNOWN_HOSTS.includes(parsed.hostname)
  );
}
