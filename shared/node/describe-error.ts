/** An error as a log may keep it. */
export type DescribedError = {
  readonly type: string;
  readonly code?: string;
  /** The functions that were running, with file, line and column. */
  readonly at: readonly string[];
  readonly cause?: DescribedError;
};

const MOST_FRAMES = 12;
const DEEPEST = 3;
const NAME = /^[\w.$-]{1,60}$/;
const FRAME = /^ {4}at (?:((?:async |new )*[\w.$<>[\] #-]+) \()?(?:.*[/\\])?([\w.$:@-]+:\d+:\d+)\)?$/;

/**
 * Where an error happened and of which kind it is, without its message: that may quote what a citizen or an
 * officer wrote (JSON, a search), and without folders, which name the user of the PC.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { name, message, stack = '', cause } = error;
  const { code } = error as { readonly code?: unknown };
  const frames = stack.slice(message === '' ? 0 : stack.lastIndexOf(message) + message.length).split('\n');
  const at = frames.flatMap((line) => {
    const [, work, place] = FRAME.exec(line) ?? [];
    return place === undefined ? [] : [work === undefined ? place : `${work} ${place}`];
  });
  return {
    type: NAME.test(name) ? name : 'Error',
    ...(typeof code === 'string' && NAME.test(code) ? { code } : {}),
    at: at.slice(0, MOST_FRAMES),
    ...(cause === undefined || depth === DEEPEST ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
