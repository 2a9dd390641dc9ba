import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { cx } from '../../kit/cx.ts';
import { useFileUrl } from '../../widgets/files/use-file-url.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './SheetOfPaper.module.css';
import type { Sheet } from './sheet.ts';

type Entry = Sheet['entries'][number];

/** A shorter text is not worth a page break in it, in characters. */
const SHORT = 500;

/** A complaint as a letter: black on white, on as many pages as it needs. */
export function SheetOfPaper({
  sheet,
  pictures,
}: {
  readonly sheet: Sheet;
  readonly pictures: readonly Attachment[];
}) {
  const { t } = useWords();
  return (
    <article className={styles.paper} data-printed>
      <header className={styles.head}>
        {sheet.head.map((name, index) => (
          <p key={name} className={index === sheet.head.length - 1 ? styles.office : undefined}>
            {name}
          </p>
        ))}
      </header>
      <h3 className={styles.kind}>{t('letter.heading')}</h3>
      <p className={styles.number}>
        {sheet.number.name}: <b>{sheet.number.value}</b>
      </p>
      {sheet.marks.map(({ word, text }) => (
        <p key={word} className={styles.mark}>
          <b>{word}</b> · {text}
        </p>
      ))}
      <h4 className={styles.title}>{sheet.title}</h4>
      <dl className={styles.facts}>
        {sheet.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <dl className={styles.deadlines}>
        {sheet.deadlines.map(({ name, state, arithmetic }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{state}</b>
              <span className={styles.small}>{arithmetic}</span>
            </dd>
          </div>
        ))}
      </dl>
      {sheet.texts.map(({ heading, text }) => (
        <section key={heading}>
          <h4>{heading}</h4>
          <p className={styles.text}>{text}</p>
        </section>
      ))}
      <h4>{t('letter.timeline')}</h4>
      {sheet.entries.length === 0 ? <p>{t('letter.nothing')}</p> : null}
      <ol>
        {sheet.entries.map((entry) => (
          <Happened key={entry.id} entry={entry} pictures={pictures} />
        ))}
      </ol>
      <p className={styles.printed}>{sheet.printed}</p>
    </article>
  );
}

function Happened({ entry, pictures }: { readonly entry: Entry; readonly pictures: readonly Attachment[] }) {
  const { heading, by, notes, text, files } = entry;
  return (
    <li className={cx(styles.entry, text.length <= SHORT && styles.whole)}>
      <p className={styles.entryHead}>
        <b>{heading}</b>
        {notes.length === 0 ? null : <span> ({notes.join('; ')})</span>}
        <span className={styles.small}>{by}</span>
      </p>
      {text === '' ? null : <p className={styles.text}>{text}</p>}
      {files.map(({ file, size }) => (
        <File key={file.sha256} file={file} size={size} shown={pictures.includes(file)} />
      ))}
    </li>
  );
}

function File({
  file,
  size,
  shown,
}: {
  readonly file: Attachment;
  readonly size: string;
  readonly shown: boolean;
}) {
  const { t } = useWords();
  const { url } = useFileUrl(shown ? file : null);
  return (
    <div className={styles.file}>
      {url === null ? null : <img className={styles.picture} src={url} alt="" />}
      <p>
        {t('files.label')}: <bdi>{file.name}</bdi> ({size})
        <span className={styles.small}>SHA-256 {file.sha256}</span>
      </p>
    </div>
  );
}
