import { Fragment, useId, useState } from 'react';
import { Book } from '../../kit/Book.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { type Chapter, chaptersOf, type DialogProps } from '../../widgets/screen/screen.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './Handbook.module.css';

export function Handbook({ screens, onClose }: DialogProps) {
  const { t } = useWords();
  const [place, setPlace] = useState(0);
  const id = useId();
  const chapters = chaptersOf(screens);
  const chapter = chapters[place];
  return (
    <Dialog full title={t('handbook.title')} onClose={onClose}>
      <Book
        label={t('handbook.chapters')}
        chapters={chapters.map(({ title }) => title)}
        place={place}
        onTurn={setPlace}
        lang="id"
      >
        {chapter === undefined ? null : (
          <article
            key={place}
            className={styles.page}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the page scrolls, and must do so by keyboard
            tabIndex={0}
            aria-labelledby={id}
          >
            <Page id={id} chapter={chapter} />
          </article>
        )}
      </Book>
    </Dialog>
  );
}

function Page({ id, chapter: { title, text, picture } }: { readonly id: string; readonly chapter: Chapter }) {
  return (
    <>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      {text.map((paragraph) => (
        <p key={paragraph}>{withKeys(paragraph)}</p>
      ))}
      {picture === undefined ? null : (
        <figure>
          <img src={picture.url} alt={picture.shows} className={styles.picture} />
          <figcaption className="small muted">{picture.shows}</figcaption>
        </figure>
      )}
    </>
  );
}

/** "tekan [r] untuk": what stands in brackets is drawn as a key. */
function withKeys(text: string) {
  return text.split(/\[([^\]]+)\]/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never move
    <Fragment key={index}>{index % 2 === 1 ? <Kbd>{part}</Kbd> : part}</Fragment>
  ));
}
