import { ArrowDown, ArrowUp, Trash2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { SavedView } from '#shared/contract/window/views.ts';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { announce } from '../../core/state/announcement.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Disclosure } from '../../kit/Disclosure.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { useWords } from '../../words/reference.tsx';
import { broughtBack, changed, moved, renamed, without } from './saved-views.ts';
import { ViewListing } from './ViewListing.tsx';
import styles from './ViewsDialog.module.css';

/**
 * Renames, reorders and removes the officer's own views, and says how each lists what it finds. Ctrl+Z brings
 * back the one that was removed last.
 */
export function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { views, save } = useSavedViews();
  const [removed, setRemoved] = useState<{ view: SavedView; place: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const change = (next: readonly SavedView[]) => void save(next).then((kept) => setFailed(!kept));
  const remove = (view: SavedView) => {
    setRemoved({ view, place: views.indexOf(view) });
    announce(t('views.removed', { name: view.name }));
    change(without(views, view.id));
  };
  const undo = () => {
    if (removed === null) return;
    setRemoved(null);
    change(broughtBack(views, removed.view, removed.place));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (removed === null || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    undo();
  };
  return (
    <Dialog wide title={t('views.title')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key that works anywhere in the dialog */}
      <div className="dialog-body" onKeyDown={onKeyDown}>
        {views.length === 0 ? <p className="muted ellipsis">{t('views.none')}</p> : null}
        <ul className="stack">
          {views.map((view) => (
            <OneView
              key={view.id}
              view={view}
              views={views}
              onChange={change}
              onRemove={() => remove(view)}
            />
          ))}
        </ul>
        <Problem>{failed ? t('views.not_kept') : null}</Problem>
        {removed === null ? null : (
          <p className="spread">
            {t('views.removed', { name: removed.view.name })}
            <Button icon={Undo2} size="small" autoFocus onPress={undo}>
              {t('compose.undo')} <Kbd>Ctrl+Z</Kbd>
            </Button>
          </p>
        )}
      </div>
    </Dialog>
  );
}

function OneView({
  view,
  views,
  onChange,
  onRemove,
}: {
  readonly view: SavedView;
  readonly views: readonly SavedView[];
  readonly onChange: (views: readonly SavedView[]) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useWords();
  const { id, name, search } = view;
  const rename = (field: HTMLInputElement) => {
    if (field.value.trim() === '') field.value = name;
    else if (field.value.trim() !== name) onChange(renamed(views, id, field.value));
  };
  return (
    <li className={styles.row}>
      <input
        className="field"
        aria-label={t('views.rename', { name })}
        maxLength={40}
        defaultValue={name}
        onBlur={({ currentTarget }) => rename(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') rename(currentTarget);
        }}
      />
      <span className="muted ellipsis">{search}</span>
      <IconButton
        icon={ArrowUp}
        label={t('views.up', { name })}
        disabled={view === views[0]}
        onPress={() => onChange(moved(views, id, -1))}
      />
      <IconButton
        icon={ArrowDown}
        label={t('views.down', { name })}
        disabled={view === views.at(-1)}
        onPress={() => onChange(moved(views, id, 1))}
      />
      <IconButton icon={Trash2} label={t('views.remove', { name })} onPress={onRemove} />
      <div className={styles.more}>
        <Disclosure
          summary={
            <span>
              {t('views.listing')}
              <span className="visually-hidden"> {name}</span>
            </span>
          }
        >
          <ViewListing listing={view} onChange={(listing) => onChange(changed(views, id, listing))} />
        </Disclosure>
      </div>
    </li>
  );
}
