import { Writable } from 'node:stream';

/** Whose text it is. `hidden`: of a reporter whom nobody may know. */
export type Owner = 'ours' | 'other' | 'joining' | 'nobody' | 'hidden';
const OWNERS: readonly Owner[] = ['ours', 'other', 'joining', 'nobody', 'hidden'];
/** What strangers send is nobody's secret. */
const SECRET_OWNERS = OWNERS.filter((owner) => owner !== 'nobody');

/** In a text that is sent, it becomes the mark of whoever sends it. */
export const OWN_MARK = '--own--';

export type Marks = ReturnType<typeof openMarks>;

/** Words that stand in the texts of one run and nowhere else, so that a text is known wherever it comes out. */
export function openMarks(tag: string) {
  const tokens = new Map<string, Owner>();
  const markOf = (owner: Owner): string => `kanari-${owner}-${tag}`;
  const found: string[] = [];
  return {
    of: markOf,
    /** A token is as secret as a text. */
    addToken: (owner: Owner, token: string): void => void tokens.set(token, owner),
    /** What may not be told to somebody of this agency. */
    hiddenFrom: (owner: Owner): readonly string[] => [
      ...SECRET_OWNERS.filter((other) => other !== owner).map(markOf),
      ...[...tokens].filter(([, other]) => other !== owner).map(([token]) => token),
    ],
    /** The lines of a log that hold a text or a token of anybody. */
    found: (log: string): readonly string[] => {
      const words = [...OWNERS.map(markOf), ...tokens.keys()];
      return log.split('\n').filter((line) => words.some((word) => line.includes(word)));
    },
    /** A log that is looked through as it is written; what was found stands in `logged`. */
    watch(): Writable {
      return new Writable({
        decodeStrings: false,
        write: (line: string | Buffer, _encoding, done) => {
          found.push(...this.found(String(line)));
          done();
        },
      });
    },
    logged: found as readonly string[],
  };
}
