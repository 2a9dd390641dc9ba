import type { templates as words } from '../../id/window/templates.ts';

export const templates: typeof words = {
  templates: {
    label: 'Templates',
    insert: 'Template',
    find: 'Find a template…',
    none: 'No template has “{{text}}”.',
    manage: 'My templates…',
    title: 'My templates',
    empty: 'No template of your own yet. What is kept here is on this computer, offline as well.',
    name: 'Name',
    text: 'Text',
    variables:
      'Filled by themselves: {nama pelapor}, {id laporan}, {opd}, {kecamatan}, {lokasi}, {tanggal hari ini}, {jatuh tempo}, {nama petugas}, {judul laporan}, {kategori}, {tanggal laporan}. Others, such as {tanggal pengerjaan}, are filled while writing.',
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
  checks: {
    unfilled: 'Not filled in yet: {{names}}.',
    names_reporter: 'The reporter is anonymous, but the text says “{{name}}”.',
    no_next_step: 'It does not say yet what comes next, and when.',
    first: '{{why}} Mend it first, then send.',
  },
  promise: {
    found: 'makes a promise',
    plan: 'Plan {{day}}',
    yours: 'You promised: {{text}} ({{day}})',
    colleague: '{{name}} promised: {{text}} ({{day}})',
    past: '{{words}}. The day is past.',
  },
  preview: {
    label: 'Preview for citizens',
    toggle: 'Preview',
    public: 'Reporter and public will read:',
    reporter_only: 'Confidential report. Only the reporter will read:',
    not_seen: 'Reporter and public do not see this text.',
    empty: 'The text is still empty.',
  },
  answered: {
    title_one: 'Answered before ({{count}})',
    title_other: 'Answered before ({{count}})',
    none: 'Your OPD has answered no similar report in the last three months.',
    to: 'report {{id}}, answered {{day}}',
  },
};
