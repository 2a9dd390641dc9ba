export const standalone = {
  connection: {
    synced: 'On your own · saved {{time}}',
    syncing: 'Building the queue…',
    online: 'On your own',
    undelivered: '{{count}} about to be recorded',
    sending: 'Recording {{count}}…',
    last_sync: 'Saved {{time}}',
    never: 'No reports yet',
    safe_here: 'Safe on this computer. Saved {{time}}',
    safe_never: 'Safe on this computer.',
    first_load_detail: 'Building the queue from the export.',
    now: 'Refresh',
    said_online: 'The store is ready.',
  },
  chip: {
    held: 'about to be recorded',
    queued: 'about to be recorded',
    sending: 'recording',
    accepted: 'recorded',
  },
  empty: {
    all_text: 'Import the Excel export of LAPOR! to fill the queue.',
    first_answer_text: 'New reports from an imported export of LAPOR! appear here.',
    to_publish_text: 'Recorded answers are shown here until you publish them in LAPOR!.',
    first_load_text: 'The reports of the export are being put in order. You can begin to work right away.',
  },
  outbox: {
    undelivered: 'About to be recorded',
    delivered: 'Recorded',
    attention_empty_text: 'What cannot be recorded is shown here, with its text and the reason.',
    explained: {
      held: 'Stored on this computer. It is recorded when the time for undo is over.',
      queued: 'Stored on this computer and about to be recorded.',
      sending: 'Being recorded on this computer.',
      unsure: 'Being recorded on this computer; it cannot be recorded twice.',
      accepted: 'Recorded on this computer.',
      accepted_receipt: 'Recorded on this computer, with the number {{receipt}}.',
      refused: 'It cannot be recorded. The text stays; the reason is in Needs attention.',
    },
    safe_one: '{{count}} text is safe on this computer and about to be recorded.',
    safe_other: '{{count}} texts are safe on this computer and about to be recorded.',
    all_sent: 'Everything is recorded on this computer.',
  },
  log: {
    event: {
      enrolled: 'This computer began to work on its own.',
      accepted: 'Recorded on this computer.',
      refused: 'Cannot be recorded.',
      online: 'The store is ready.',
      synced: 'Everything is recorded.',
    },
    detailed: {
      accepted: 'Recorded on this computer, number {{receipt}}.',
      refused: 'Cannot be recorded. {{reason}}',
    },
  },
  notice: {
    cache_rebuilt: {
      text: "This computer's copy of the reports was damaged on {{time}} and is being built again from the store. Your drafts, notes and files are not in it and are whole.",
    },
  },
  templates: {
    office_hint: 'They are shared with every officer of the OPD once it joins a central service.',
  },
};
