/** The official system. It has no address by tracking id that an officer's account is sure to reach. */
export const LAPOR = 'https://www.lapor.go.id/';
