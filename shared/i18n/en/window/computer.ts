/** Words of what concerns this computer and not the complaints. */
export const computer = {
  link: {
    title: 'Link to a report',
    waiting: 'Report {{number}} of that link is opened as soon as it is on this computer.',
    leave: 'Never mind',
    unknown:
      'Report {{number}} is not on this computer. It may be of another agency, or not imported from LAPOR! yet. Nothing has changed.',
    practice:
      'There is no report {{number}} in practice mode. End the practice, then open the link once more.',
    wrong: 'That was no link to a report. Nothing was opened, and nothing has changed.',
  },
  problem: {
    title: 'Report a problem',
    lead: 'This helps to find a fault: versions, figures and codes. No report, no name, no number of a report and no key is in it, and nothing is sent by itself. Read it first, then save it and hand it to your IT.',
    save: 'Save all as one file',
    files: 'Files',
    empty: '(empty)',
  },
  evidence: {
    palette: 'Evidence: how this program was tried',
    title: 'Evidence',
    lead: 'Version {{version}}, state of the code {{commit}}. Each run can be repeated by its command.',
    none: 'This package was made without evidence',
    none_text:
      'No results were packed with it. That says nothing of how good the program is; ask whoever made it for a package with evidence.',
    passed: 'passed',
    failed: 'did not pass',
    when: '{{day}}, {{time}}, {{seconds}} seconds.',
    code_same: 'Over the same code as this program.',
    code_differs: 'Over other code than that of this program, so it proves nothing of it.',
    kind: {
      simulation: 'Simulated office with faults',
      crash_matrix: 'Sudden death at each save',
      deadlines: 'Counting of deadlines',
      speed: 'Speed',
    },
  },
  policy: {
    fixed: 'Set by IT.',
    title: 'What IT has decided cannot be used.',
    file: 'The file is {{path}}.',
    line: 'Line {{line}}:',
    fault: {
      not_readable: 'It is there but cannot be opened.',
      not_json: 'what is written there is not valid JSON.',
      not_an_object: 'It must hold one JSON object.',
      unknown_field: 'the name “{{field}}” is not known.',
      wrong_value: '“{{field}}” cannot hold that.',
    },
    safe: 'Everything you wrote is safe, and work goes on. Until the file is mended and the program opened again, updates and new connections are closed. Tell your IT.',
  },
};
