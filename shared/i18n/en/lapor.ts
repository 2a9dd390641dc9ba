export const lapor = {
  rowEmpty: 'The column {{column}} is empty.',
  rowNotTrackingId: '{{column}} "{{value}}" is not a report number: it must be 1 to 15 digits.',
  rowNotNumber: '{{column}} "{{value}}" is not a number.',
  rowNotInteger: '{{column}} "{{value}}" is not a whole number that can be used. A right one: 12.',
  rowNotDate: '{{column}} "{{value}}" is not a date that exists. A right one: 3 Jan 2026.',
  rowNotTime: '{{column}} "{{value}}" is not a time. A right one: 08:30.',
  rowNotClassification:
    '{{column}} "{{value}}" is not known. Choices: Pengaduan, Aspirasi, Permintaan Informasi.',
  rowNotKnown: '{{column}} "{{value}}" is not known.',
  rowDuplicate: 'Tracking ID "{{value}}" already stands in row {{first}} of this file.',
  rowTooLong: '{{column}} "{{value}}…" is too long to be stored. Check this column in the file.',
  rowNotStorable:
    'The report {{number}} cannot be stored: what stands in the database contradicts it. Other rows are not affected; tell this number to whoever runs the central service.',
  fileNotFound: 'The file "{{path}}" was not found.',
  fileUnreadable: 'The file "{{path}}" cannot be read.',
  fileNotExcel: 'This is not an Excel file (.xlsx), or it is damaged. Download the export from LAPOR! again.',
  fileTooLarge:
    'This file holds more than {{most}} MB when it is unpacked, so it was not read. Nothing was changed. Download the export from LAPOR! again, for a shorter time if need be.',
  fileTextTooLong:
    'At {{place}} stands a text that is far longer than a cell of Excel can be, so the file was not read any further. Nothing was changed. Download the export from LAPOR! again.',
  fileNoHeader: 'There is no header row: its first cell must be "Tracking ID".',
  fileMissingColumns: 'Required columns are missing from the file: {{columns}}.',
  happened_replied:
    'In LAPOR! since the last import: {{count}} answered by the reporter, who waits for the next answer.',
  happened_closed_by_system: 'In LAPOR! since the last import: {{count}} closed by the system.',
  happened_closed: 'In LAPOR! since the last import: {{count}} closed.',
  happened_archived: 'In LAPOR! since the last import: {{count}} archived.',
  happened_postponed: 'In LAPOR! since the last import: {{count}} postponed.',
};
