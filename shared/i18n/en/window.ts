import { bulk } from './window/bulk.ts';
import { caseWords } from './window/case.ts';
import { commands } from './window/commands.ts';
import { compose } from './window/compose.ts';
import { computer } from './window/computer.ts';
import { conflict } from './window/conflict.ts';
import { delay } from './window/delay.ts';
import { files } from './window/files.ts';
import { frame } from './window/frame.ts';
import { intake } from './window/intake.ts';
import { letter } from './window/letter.ts';
import { log } from './window/log.ts';
import { morning } from './window/morning.ts';
import { queue } from './window/queue.ts';
import { safe } from './window/safe.ts';
import { standaloneWords } from './window/standalone.ts';

export const window = {
  ...frame,
  ...computer,
  ...queue,
  ...caseWords,
  ...commands,
  ...compose,
  ...files,
  ...conflict,
  ...letter,
  ...log,
  ...delay,
  ...bulk,
  ...intake,
  ...morning,
  ...standaloneWords,
  ...safe,
  refusal: {
    not_ours: 'This report is no longer with your agency. Your text is kept on this computer.',
    forbidden: 'Your role cannot do this. Your text is kept on this computer.',
    closed: 'The report is already closed in LAPOR!. Your text is kept on this computer.',
    not_verified: 'The report has not been verified yet, so it cannot be answered. Your text is kept.',
    superseded:
      'A colleague has answered since you opened this report. Your text is kept; read that answer first.',
    empty_text: 'There is no text yet. Write the answer or the reason first.',
    text_too_long: 'The text is longer than 20,000 characters. Shorten it, or send it in two parts.',
    unknown_complaint: 'The central service does not know this report. Your text is kept on this computer.',
    unknown_kind: 'The central service does not know this action yet. Ask your admin; your text is kept.',
    after_refused:
      'Your previous action on this report was refused, so this one was not sent. Your text is kept.',
    moved:
      'This report has left your agency, so it was not sent. Your text is kept on this computer and can be exported.',
    too_many_attachments: 'More than 10 attachments. Remove some, or send them in two parts.',
    bad_attachment:
      'The central service cannot take one of the attachments. Your text is kept; replace the file, then send again.',
    needs_approval:
      'Your agency has chosen that answers are approved first. Your text is kept; reopen it and propose it.',
    not_waiting: 'This proposal is no longer waiting: approved or sent back. Your text is kept.',
    own_text: 'Somebody else approves what you wrote. Your text is kept.',
    not_forwarded: 'Nobody else works on this report, so there is nothing to take back.',
    own_report: 'That number is this very report. Check the number.',
    bad_value:
      'This cannot be used: something is not chosen, the day is past, or a name is empty or too long.',
    too_many_templates: 'The office shares 200 templates already.',
    too_much_waiting:
      'The central service does not know this report yet, and too much of your work waits there for an import. Your text is kept on this computer.',
    other:
      'The central service refused for a reason that this version does not know yet. Your text is kept; ask your admin.',
  },
};
