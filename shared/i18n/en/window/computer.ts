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
