import { ArrowDown, ArrowUp, Trash2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { SavedView } from '#shared/contract/window/views.ts';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { announce } from '../../core/state/announcement.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Disclosure } from '../../kit/Disclosure.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { useWords } from '../../words/reference.tsx';
import { broughtBack, listed, moved, renamed, without } from './saved-views.ts';
import { ViewListing } from './ViewListing.tsx';
import styles from './ViewsDialog.module.css';

/**
 * Renames, reorders and removes the officer's own views, and says how each lists what it finds. Ctrl+Z brings
 * the last removed one back.
 */
export function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { views, save } = useSavedViews();
  const [removed, setRemoved] = useState<{ view: SavedView; place: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const change = async (next: readonly SavedView[]) => setFailed(!(await save(next)));
  const remove = (view: SavedView) => {
    setRemoved({ view, place: views.indexOf(view) });
    announce(t('views.removed', { name: view.name }));
    void change(without(views, view.id));
  };
  const rename = (view: SavedView, field: HTMLInputElement) => {
    if (field.value.trim() === '') field.value = view.name;
    else if (field.value.trim() !== view.name) void change(renamed(views, view.id, field.value));
  };
  const undo = () => {
    if (removed === null) return;
    setRemoved(null);
    void change(broughtBack(views, removed.view, removed.place));
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
          {views.map((view, place) => (
            <li key={view.id} className={styles.row}>
              <input
                className="field"
                aria-label={t('views.rename', { name: view.name })}
                maxLength={40}
                defaultValue={view.name}
                onBlur={({ currentTarget }) => rename(view, currentTarget)}
                onKeyDown={({ key, currentTarget }) => {
                  if (key === 'Enter') rename(view, currentTarget);
                }}
              />
              <span className="muted ellipsis">{view.search}</span>
              <Button
                variant="quiet"
                size="icon"
                label={t('views.up', { name: view.name })}
                disabled={place === 0}
                onPress={() => void change(moved(views, view.id, -1))}
              >
                <ArrowUp size={15} />
              </Button>
              <Button
                variant="quiet"
                size="icon"
                label={t('views.down', { name: view.name })}
                disabled={place === views.length - 1}
                onPress={() => void change(moved(views, view.id, 1))}
              >
                <ArrowDown size={15} />
              </Button>
              <Button
                variant="quiet"
                size="icon"
                label={t('views.remove', { name: view.name })}
                onPress={() => remove(view)}
              >
                <Trash2 size={15} />
              </Button>
              <div className={styles.more}>
                <Disclosure
                  summary={
                    <span>
                      {t('views.listing')}
                      <span className="visually-hidden"> {view.name}</span>
                    </span>
                  }
                >
                  <ViewListing
                    listing={view}
                    onChange={(listing) => void change(listed(views, view.id, listing))}
                  />
                </Disclosure>
              </div>
            </li>
          ))}
        </ul>
        {failed ? (
          <p className="problem" role="alert">
            {t('views.not_kept')}
          </p>
        ) : null}
        {removed === null ? null : (
          <p className="spread">
            {t('views.removed', { name: removed.view.name })}
            <Button size="small" autoFocus onPress={undo}>
              <Undo2 size={14} />
              {t('compose.undo')} <Kbd>Ctrl+Z</Kbd>
            </Button>
          </p>
        )}
      </div>
    </Dialog>
  );
}
