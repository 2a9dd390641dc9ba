export const views = {
  views: {
    title: 'My views',
    save: 'Keep this search as a view',
    save_short: 'Keep…',
    name: 'Name of the view',
    keep: 'Keep',
    need_name: 'Write its name first.',
    full: 'There are {{count}} views already. Remove one, then keep this one.',
    not_kept: 'Not kept yet: the store on this computer has not answered. Try again.',
    said_kept: 'View {{name}} kept.',
    none: 'No views of your own yet. Search for something, then keep that search under a name.',
    rename: 'Name of view {{name}}',
    up: 'Move {{name}} up',
    down: 'Move {{name}} down',
    remove: 'Remove {{name}}',
    removed: 'View {{name}} removed.',
  },
};
