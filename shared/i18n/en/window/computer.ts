/** Words of what concerns this computer and not the complaints. */
export const computer = {
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
