import type { SavedView } from '#shared/contract/window/views.ts';

type Views = readonly SavedView[];

/** One place up (-1) or down (1); the first and the last stay where they are. */
export function moved(views: Views, id: string, step: 1 | -1): Views {
  const from = views.findIndex((view) => view.id === id);
  const to = from + step;
  const [view, other] = [views[from], views[to]];
  if (view === undefined || other === undefined) return views;
  return views.map((each, place) => (place === from ? other : place === to ? view : each));
}

/** A name without a letter changes nothing. */
export function renamed(views: Views, id: string, name: string): Views {
  const said = name.trim();
  return said === '' ? views : changed(views, id, { name: said });
}

export function changed(views: Views, id: string, change: Partial<SavedView>): Views {
  return views.map((view) => (view.id === id ? { ...view, ...change } : view));
}

export function without(views: Views, id: string): Views {
  return views.filter((view) => view.id !== id);
}

export function broughtBack(views: Views, view: SavedView, place: number): Views {
  return views.toSpliced(place, 0, view);
}
