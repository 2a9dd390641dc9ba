import type { templates as words } from '../../id/window/templates.ts';

export const templates: typeof words = {
  templates: {
    label: 'Templates',
    insert: 'Template',
    find: 'Find a template…',
    none: 'No template has “{{text}}”.',
    unfilled: '“{{name}}” is not filled in. Fill it in or delete it, then send.',
    manage: 'My templates…',
    title: 'My templates',
    empty: 'No template of your own yet. What is kept here is on this computer, offline as well.',
    name: 'Name',
    text: 'Text',
    variables:
      'Filled by themselves: {nama pelapor}, {id laporan}, {opd}, {kecamatan}, {lokasi}, {tanggal hari ini}, {jatuh tempo}, {nama petugas}. Others, such as {tanggal pengerjaan}, are filled while writing.',
    add: 'Save template',
    save: 'Save changes',
    saved: 'Saved.',
    removed: 'Deleted.',
    edit: 'Change',
    edit_named: 'Change {{name}}',
    remove: 'Delete',
    remove_named: 'Delete {{name}}',
    incomplete: 'Fill in its name and text.',
    too_many: 'There are 200 templates already. Delete one first.',
  },
};
