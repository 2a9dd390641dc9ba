import type { ReactNode } from 'react';
import styles from './Book.module.css';

type BookProps = {
  /** What the chapters are, for those who do not see it. */
  readonly label: string;
  readonly chapters: readonly string[];
  /** Of the chapter whose page is shown. */
  readonly place: number;
  readonly onTurn: (place: number) => void;
  readonly lang?: string;
  readonly children: ReactNode;
};

/** Chapters to choose from, and the page of one of them beside them. */
export function Book({ label, chapters, place, onTurn, lang, children }: BookProps) {
  return (
    <div className={styles.book} lang={lang}>
      <nav aria-label={label} className={styles.chapters}>
        {chapters.map((chapter, index) => (
          <button
            key={chapter}
            type="button"
            className={styles.chapter}
            aria-current={index === place ? 'page' : undefined}
            onClick={() => onTurn(index)}
          >
            {chapter}
          </button>
        ))}
      </nav>
      {children}
    </div>
  );
}
