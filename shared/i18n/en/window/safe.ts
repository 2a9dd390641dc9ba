/** The safe mode: the backend ended again and again and is not started any more. */
export const safe = {
  safe: {
    title: 'The store on this computer stopped again and again',
    text: 'Everything that was saved is still on this computer, and nothing changes while this page is open.',
    held_one:
      '{{count}} last text in this window is not saved yet: leave this window open. An export has it too.',
    held_other:
      '{{count}} last texts in this window are not saved yet: leave this window open. An export has them too.',
    retry: 'Try again',
    otherwise: 'If it keeps stopping',
    export: 'Export texts…',
    export_text:
      'Copies drafts, what the central service has not accepted, and the attachments as ordinary files into a folder of yours. Nothing is deleted here.',
    rebuild: 'Rebuild the copy…',
    rebuild_text: 'The copy of the reports is made anew. Nothing you wrote or attached is in it.',
    logs: 'Open technical notes',
    logs_text: 'A folder for your IT staff, without texts and names.',
    ask_rebuild: 'Rebuild the copy of the reports?',
    ask_rebuild_text:
      'The copy of the reports on this computer is deleted and loaded again from the central service as soon as there is a connection. Until then the queue is not complete. Drafts, what waits to be sent, and attachments are not touched.',
    rebuild_now: 'Rebuild',
    cancel: 'Leave it',
    busy: 'Working…',
    exported: '{{texts}} texts and {{files}} attachments are now in {{folder}}',
    failure: {
      cancelled: 'No folder was chosen. Nothing has changed.',
      not_readable:
        'The store or its key cannot be read. Nothing has changed. Keep a copy of the whole data folder and ask your IT staff.',
      not_written:
        'The disk does not take it: it is full or cannot be written to. What was saved before is safe. Choose another folder or make room, then try again.',
      in_use: 'Another Penghubung on this computer has these data open. Close that one, then try again.',
      unknown: 'This step did not come to its end. What was saved is safe. Try once more.',
    },
    /** Words of the exported file. */
    file: {
      title: 'Texts that the central service has not accepted',
      personal: 'This file holds personal data: delete it when it is no longer needed.',
      draft: 'Draft',
      unsent: 'Not sent, or not certain to be sent',
      refused: 'Refused',
      attachment: 'Attachment',
      lost: 'cannot be read',
      chosen: 'Choices',
    },
  },
};
