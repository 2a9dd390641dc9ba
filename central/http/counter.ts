/** Counts what is going on, by whose it is. */
export function counter() {
  const counts = new Map<string, number>();
  return {
    /** One more. @returns what gives it back, once; null: there are `most` already */
    take: (key: string, most: number): (() => void) | null => {
      const before = counts.get(key) ?? 0;
      if (before >= most) return null;
      counts.set(key, before + 1);
      let isGiven = false;
      return () => {
        if (isGiven) return;
        isGiven = true;
        const left = (counts.get(key) ?? 1) - 1;
        if (left === 0) counts.delete(key);
        else counts.set(key, left);
      };
    },
  };
}
