/** So many of the ids that a service gave are remembered. */
const REMEMBERED = 40;
const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const UPLOAD = /^location: attachments\/(\S+)/im;
/** `--seen-7--` stands for an id that the service has given before. */
export const SEEN_MARKS = Array.from({ length: 8 }, (_, n) => `--seen-${n * 5}--`);
/** `--upload-1--` stands for an upload that was begun before. */
export const UPLOAD_MARKS = ['--upload-0--', '--upload-1--', '--upload-4--'];
/** `--cursor-0--` stands for a place in a feed that was told before. */
export const CURSOR_MARK = '--cursor-0--';
const CURSOR = /"cursor":"([^"]+)"/;
const MARK = /--(seen|upload|cursor)-(\d+)--/g;
const NOTHING_SEEN = '00000000-0000-4000-8000-000000000000';

/** The ids that a service told: what it makes (uploads, drafts) is asked for again under its id. */
export function openSeen() {
  let ids: readonly string[] = [];
  let uploads: readonly string[] = [];
  let cursors: readonly string[] = [];
  return {
    note: (text: string): void => {
      const found = text.match(UUID);
      if (found !== null) ids = [...new Set([...found.reverse(), ...ids])].slice(0, REMEMBERED);
      const upload = UPLOAD.exec(text)?.[1];
      if (upload !== undefined) uploads = [upload, ...uploads].slice(0, REMEMBERED);
      cursors = CURSOR.exec(text)?.slice(1) ?? cursors;
    },
    /** The newest has number 0. */
    fill: (text: string): string =>
      text.replaceAll(MARK, (_, kind: string, n: string) => {
        const known = { upload: uploads, cursor: cursors, seen: ids }[kind] ?? [];
        return known[Number(n) % Math.max(1, known.length)] ?? NOTHING_SEEN;
      }),
  };
}
