/** Without the invisible marks that turn the direction of whatever follows: for a text beside others. */
export function straight(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Several texts in one line. */
export const inLine = (parts: readonly string[]): string => parts.map(straight).join(' · ');
