import { type FormEvent, useState } from 'react';
import { MOST_SAVED_VIEWS, USUAL_FIELDS } from '#shared/contract/window/views.ts';
import { useSavedViews } from '../../core/settings/use-saved-views.ts';
import { announce } from '../../core/state/announcement.ts';
import { showSearch, useNavigation } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { TextInput } from '../../kit/TextInput.tsx';
import { useWords } from '../../words/reference.tsx';
import { type Listing, ViewListing } from './ViewListing.tsx';

/** Keeps the search on the screen under a name, with how what it finds is listed. */
export function SaveViewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { views, save } = useSavedViews();
  const search = useNavigation((state) => state.search).trim();
  const [name, setName] = useState('');
  const [listing, setListing] = useState<Listing>({ order: 'due', fields: [...USUAL_FIELDS] });
  const [problem, setProblem] = useState<'need_name' | 'full' | 'not_kept' | null>(null);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem('need_name');
    if (views.length >= MOST_SAVED_VIEWS) return setProblem('full');
    const id = crypto.randomUUID();
    const kept = await save([...views, { id, name: name.trim(), search, ...listing }]);
    if (!kept) return setProblem('not_kept');
    announce(t('views.said_kept', { name: name.trim() }));
    // What is on the screen is that view from now on, from its first complaint.
    showSearch(search, id);
  };
  return (
    <Dialog title={t('views.save')} onClose={onClose}>
      <form className="dialog-body" onSubmit={(event) => void keep(event)}>
        <p className="muted ellipsis">{search}</p>
        <TextInput
          autoFocus
          label={<span className="small muted">{t('views.name')}</span>}
          maxLength={40}
          value={name}
          onType={(text) => {
            setName(text);
            setProblem(null);
          }}
        />
        <ViewListing listing={listing} onChange={setListing} />
        <Problem>{problem && t(`views.${problem}`, { count: MOST_SAVED_VIEWS })}</Problem>
        <div>
          <Button variant="primary" type="submit">
            {t('views.keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
