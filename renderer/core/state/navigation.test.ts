import { beforeEach, expect, test } from 'vitest';
import { goTo, setSearch, show, showSearch, useNavigation } from './navigation.ts';
import { askComposer, composerRequests, typeAhead, write } from './requests.ts';
import { pick, pickAll, select, useSelection } from './selection.ts';
import { hold, lastHeld, release } from './undo.ts';

beforeEach(() => {
  useNavigation.setState(useNavigation.getInitialState());
  useSelection.setState({ selectedId: null, chosen: false, picked: [] });
  composerRequests.drop();
});

test('another view of the queue begins without a selection, a search or a dialog', () => {
  select('lapor-1', true);
  setSearch('jalan');
  show('keys');
  goTo('late');
  expect(useNavigation.getState()).toMatchObject({ view: 'late', search: '', overlay: null, pane: 'list' });
  expect(useSelection.getState()).toMatchObject({ selectedId: null, chosen: false });
});

test('a saved view whose search is changed is that view no more, and its selected complaint is not chosen', () => {
  showSearch('jalan', 'v-1');
  select('lapor-1', true);
  setSearch('jalan rusak');
  expect(useNavigation.getState().ownView).toBeNull();
  expect(useSelection.getState()).toMatchObject({ selectedId: 'lapor-1', chosen: false });
});

test('a picked complaint that is picked again is left out, and none is picked twice', () => {
  pick('a');
  pickAll(['a', 'b']);
  pick('a');
  expect(useSelection.getState().picked).toEqual(['b']);
});

test('writing opens the complaint and asks its composer, and a recorded one gets a dialog of its own', () => {
  write('lapor-1', 'follow_up');
  expect(useSelection.getState()).toMatchObject({ selectedId: 'lapor-1', chosen: true });
  expect(useNavigation.getState()).toMatchObject({ pane: 'case', overlay: null });
  expect(composerRequests.open()).not.toBeNull();
  composerRequests.drop();
  write('catat-1', 'record');
  expect(useNavigation.getState()).toMatchObject({ overlay: 'intake', recording: 'catat-1' });
  expect(composerRequests.open()).toBeNull();
  askComposer('lapor-2', 'pick');
  expect(useSelection.getState().selectedId).toBe('lapor-2');
});

test('letters typed before a composer is there are kept for it; a wish for files or templates takes none', () => {
  write('lapor-1', 'follow_up');
  expect([...'Halo'].map(typeAhead)).toEqual([true, true, true, true]);
  expect(composerRequests.open()).toMatchObject({ kind: 'follow_up', act: 'write', typed: 'Halo' });
  askComposer('lapor-1', 'template');
  expect(typeAhead('x')).toBe(false);
  composerRequests.drop();
  expect(typeAhead('x')).toBe(false);
});

test('undo takes back what was held last, as long as its time is not over', () => {
  const held = { what: 'command', complaintId: 'lapor-1', kind: 'plan' } as const;
  hold({ ...held, id: 'first', until: 2_000 });
  hold({ ...held, id: 'second', until: 1_000 });
  expect(lastHeld(500)?.id).toBe('second');
  expect(lastHeld(1_500)?.id).toBe('first');
  release('first');
  expect(lastHeld(1_500)).toBeUndefined();
});
