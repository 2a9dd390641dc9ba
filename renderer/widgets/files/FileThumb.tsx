import { FileSpreadsheet, FileText, Film, Image } from 'lucide-react';
import type { Attachment, AttachmentType } from '#shared/domain/complaint/attachment.ts';
import styles from './FileThumb.module.css';
import { useFileUrl } from './use-file-url.ts';

/** The types that the page can draw itself; a HEIC photo it cannot. */
const DRAWN: readonly AttachmentType[] = ['image/jpeg', 'image/png', 'image/webp'];
/** A larger picture is not read for the sake of a thumbnail, bytes. */
const MOST_FOR_THUMB = 8_000_000;

export function isPicture({ type }: Pick<Attachment, 'type'>): boolean {
  return DRAWN.includes(type);
}

/** Is it shown as a small picture of itself where it is on this computer? */
export function hasThumb(file: Attachment): boolean {
  return isPicture(file) && file.size <= MOST_FOR_THUMB;
}

/** A file as a small picture of it, or as the sign of its kind. Purely visual: the name stands beside it. */
export function FileThumb({
  file,
  here,
  large = false,
}: {
  readonly file: Attachment;
  readonly here: boolean;
  readonly large?: boolean;
}) {
  const shows = here && hasThumb(file);
  const { url } = useFileUrl(shows ? file : null);
  const size = large ? styles.large : styles.small;
  if (url !== null) return <img className={`${styles.picture} ${size}`} src={url} alt="" draggable={false} />;
  return (
    <span className={`${styles.sign} ${size}`} aria-hidden="true">
      <Sign type={file.type} />
    </span>
  );
}

function Sign({ type }: { readonly type: AttachmentType }) {
  if (type.startsWith('image/')) return <Image size={16} />;
  if (type.startsWith('video/')) return <Film size={16} />;
  return type.includes('spreadsheet') ? <FileSpreadsheet size={16} /> : <FileText size={16} />;
}
