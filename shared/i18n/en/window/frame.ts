export const frame = {
  nav: {
    label: 'Views',
    open: 'Open the list of views',
    close: 'Close the list of views',
    demo: 'Sample data',
    demo_hint: 'All reports here are invented, for trying out.',
  },
  view: {
    today: 'Today',
    late: 'Late',
    first_answer: 'Need a first answer',
    in_process: 'In process',
    replied: 'Reporter replied',
    approval: 'Waiting for approval',
    to_publish: 'To publish in LAPOR!',
    drafts: 'Drafts',
    outbox: 'Outbox',
    attention: 'Needs attention',
    done: 'Done',
    all: 'All',
  },
  connection: {
    label: 'Connection',
    offline: 'Offline',
    starting: 'Opening the store…',
    starting_detail: 'Usually less than a second.',
    lost: 'Reconnecting…',
    lost_detail:
      'What you type stays here and is saved once it is connected. If this lasts, copy that text and start Penghubung again.',
    unproven: 'This is not your Penghubung',
    unproven_detail:
      'Another program answers at this address; nothing is sent to it. Copy text that is not saved yet and start Penghubung again.',
    synced: 'Online · same as central service ✓ {{time}}',
    differs: 'Online · not yet the same as central service',
    differs_detail:
      'The comparison found a difference: reports load again by themselves, once a day until both are the same. What you wrote is safe.',
    syncing: 'Syncing…',
    sending: 'Sending {{count}}…',
    online: 'Online',
    connecting: 'Connecting…',
    undelivered: '{{count}} not sent yet',
    uploading: 'Uploading {{percent}}%',
    uploading_detail: '{{sent}} of {{total}} of the files are at the central service.',
    outdated: 'An update is needed',
    outdated_warning:
      'This version is too old: what you write is still sent, but nothing new comes in. Ask your IT staff to update it.',
    safe_here: 'Safe on this computer. Last synced {{time}}',
    safe_never: 'Safe on this computer. Never synced yet',
    last_sync: 'Last synced {{time}}',
    never: 'Never synced yet',
    first_load_one: '{{count, number}} report received',
    first_load_other: '{{count, number}} reports received',
    first_load_detail: "Loading your agency's reports for the first time.",
    first_load_offline: 'Interrupted during the first load. It continues from here by itself.',
    sign_in: 'Sign in again',
    sign_in_detail:
      'Your answers are safe on this computer and are sent once you have signed in. Ask your admin for a one-time code.',
    clock_off: "This computer's clock is off by {{minutes}} minutes. Deadlines follow the centre's clock.",
    storage_full: 'Storage is full',
    storage_read_only: 'Storage refuses changes',
    obstacle: {
      stranger:
        'What answers is not the central service, perhaps a Wi-Fi sign-in page. Open a browser, sign in to the network, then press Sync now.',
      intercepted:
        "This connection is intercepted or redirected: the certificate that answers is not the central service's. Nothing was sent. Try another network and tell your IT staff.",
      certificate_date:
        "The central service's certificate is not valid on this date. Nothing was sent. Check this computer's date and time; if they are right, tell your IT staff.",
      unknown_authority:
        "This computer does not know who issued the certificate that answers: the regency's certificate is not installed here, or this connection is intercepted. Nothing was sent. Tell your IT staff.",
      proxy_password:
        "This network's proxy asks for a password, so nothing gets through. It is tried again automatically. Ask your IT staff to let Penghubung through without a password.",
      storage_full:
        "This computer's storage is full: what is new at the central service cannot be kept. What is here is safe. Make room on the disk; loading goes on by itself.",
      storage_read_only:
        "This computer's storage refuses changes: what is new at the central service cannot be kept. What is here is safe. Ask your IT staff to check the disk and the rights of its folder.",
    },
    aside:
      'What you sent on {{number}} is held up while the rest arrives, perhaps by a content filter in this network. It is safe on this computer and tried again automatically. Try another network, or tell your IT staff.',
    asides:
      '{{count}} items are held up (the first on {{number}}) while the rest arrives, perhaps by a content filter in this network. They are safe on this computer and tried again automatically. Try another network, or tell your IT staff.',
    plain_http: 'Not encrypted (http): anybody on this network can read it. Ask your admin to use https.',
    saving: {
      power: 'Saving power: files are fetched when you open them.',
      quota: 'Saving data: files are fetched when you open them.',
    },
    now: 'Sync now',
    log: 'Log',
    said_online: 'Connected to the central service.',
    said_offline: 'Connection lost. You can go on working.',
  },
  session: {
    title: 'Connect this computer',
    lead: "Only once. After that your agency's reports are kept encrypted on this computer and can be worked on without a connection.",
    url: 'Address of the central service',
    url_hint: 'From your admin, for example https://pusat.kabupaten.go.id',
    plain_http:
      'An http address is not encrypted: anybody on the network can read the code, the names and the reports. Use https if there is one.',
    code: 'One-time code',
    code_hint: 'For one computer. Upper and lower case do not matter.',
    name: 'Your name',
    name_hint: 'Written on your answers and notes.',
    submit: 'Connect',
    busy: 'Connecting…',
    failure: {
      unreachable:
        'The central service cannot be reached. Check the address and your connection, then try again. Your code is not used up.',
      intercepted:
        'This connection is intercepted or redirected: the certificate that answers is not that of the address. Your code was not sent. Try another network and tell your IT staff.',
      certificate_date:
        "The certificate of that address is not valid on this date. Your code was not sent. Check this computer's date and time; if they are right, tell your IT staff.",
      unknown_authority:
        "This computer does not know who issued the certificate of that address: the regency's certificate is not installed here, or this connection is intercepted. Your code was not sent. Tell your IT staff.",
      proxy_password:
        "This network's proxy asks for a password, so the central service cannot be reached. Your code is not used up. Ask your IT staff to let Penghubung through without a password.",
      bad_code: 'The code is unknown, already used, or expired. Ask your admin for a new one.',
      not_central:
        'That address answers, but it is not the Penghubung central service. Check it; on public Wi-Fi, sign in to the network first.',
      other_officer:
        'This code belongs to another officer, while this computer holds answers that are not sent yet. Sign in with your own code.',
      not_for_joining:
        'This code is for an ordinary computer, not for an office that brings its work along. Ask your admin for a joining code. This code is still unused, and nothing has changed here.',
      too_many_codes:
        "Too many wrong codes came from this office's network. Try again later; your code is not used up.",
      too_many_codes_for_one:
        "Too many wrong codes came from this office's network. Try again in {{count}} minute; your code is not used up.",
      too_many_codes_for_other:
        "Too many wrong codes came from this office's network. Try again in {{count}} minutes; your code is not used up.",
      other_central:
        'This computer may be connected only to the address that IT has set. Your code was not used.',
      policy_unreadable:
        'What IT has decided cannot be used, so this computer may not be connected yet. Your code was not used. Show the sentence at the top of the window to your IT.',
      bad_url: 'The address is not complete. Write it like https://pusat.kabupaten.go.id',
      broken: 'The storage engine on this computer has not answered. Wait a moment, then try again.',
    },
    required: {
      url: 'Write the address of the central service.',
      code: 'Write the one-time code.',
      name: 'Write your name.',
    },
    again: 'Sign in again',
    not_admitted: 'This address is no longer valid',
    not_admitted_detail:
      'Each address opens one window, once, within a minute. A tab that was loaded again while Penghubung had stopped cannot come in again either. Close this tab and start Penghubung once more: its window opens at a new address. Everything saved is safe.',
    slow: 'The storage engine has not answered. If this goes on, close this tab and start Penghubung again.',
  },
  settings: {
    title: 'Settings',
    language: 'Language',
    language_id: 'Bahasa Indonesia',
    language_en: 'English',
    theme: 'Appearance',
    theme_system: 'Follow the system',
    theme_light: 'Light',
    theme_dark: 'Dark',
    metered: 'Network with limited data',
    metered_no: 'No',
    metered_yes: 'Yes',
    metered_text:
      'Yes: files are fetched only when you open them, and updates of the program wait. What you write is always sent. No: the files of open reports are fetched ahead of time and open without a connection.',
    closing: 'When the window is closed',
    closing_ask: 'Ask',
    closing_tray: 'Keep running',
    closing_quit: 'Quit',
    closing_text:
      'Keep running: Penghubung goes on sending and telling you what is new; its icon near the clock opens the window.',
    autostart: 'Start with the computer',
    autostart_off: 'No',
    autostart_on: 'Yes',
    autostart_text: 'Yes: Penghubung runs as soon as you log in to the computer, without opening its window.',
    autostart_window: 'Yes: Penghubung opens as soon as you log in to the computer.',
    close: 'Close',
  },
  closing: {
    title: 'Close the window only?',
    text: 'Penghubung can keep running without its window: texts are still sent, and you are told about new dispositions, replies and due dates. Its icon near the clock opens the window again.',
    safe: 'What you have typed is saved either way.',
    remember: 'Remember this choice. It can be changed in Settings.',
    tray: 'Keep running',
    quit: 'Quit',
  },
  keys: {
    title: 'Keyboard shortcuts',
    move: 'Next / previous',
    page: 'One screen up / down',
    ends: 'First / last report',
    open: 'Open the report',
    publish: 'Copy the answer and open LAPOR!',
    template: 'Insert a template (/ on an empty line)',
    next_reader: 'Answer to several: next / previous report',
    undo: 'Undo sending',
    search: 'Search',
    palette: 'All commands',
    help: 'These shortcuts',
    handbook: 'Handbook',
    pick: 'Pick for an action on several',
    leave: 'Leave the field, back to the list',
    group_list: 'List',
    group_case: 'Report',
    group_all: 'Anywhere',
    note_text: 'Single-letter keys do nothing while you type in a text field.',
  },
  menu: { case: 'Complaint', list: 'List', views: 'View', all: 'Tools', settings: 'Settings' },
  handbook: { title: 'Handbook (in Bahasa Indonesia)', chapters: 'Chapters' },
  tour: {
    label: 'Around the window',
    step: '{{step}} of {{of}}.',
    views: 'Begin with Today: what must be answered first. The number on the right says how many.',
    queue: 'The queue: what is due next stands on top. j and k go down and up.',
    clocks: 'The two clocks of a report, in working days. Point at one to see how it was counted.',
    composer:
      'Answers are written here. Every letter is kept; Ctrl+Enter sends, and 10 seconds are left to undo.',
    connection:
      'This always says what has been sent and what has not. Everything works without a connection.',
    next: 'Next',
    skip: 'Skip',
    done: 'Begin to work',
  },
  palette: {
    label: 'Commands',
    placeholder: 'Type a command, an id, or words of a report…',
    actions: 'Actions',
    views: 'Views',
    reports: 'Reports',
    settings: 'Settings',
    go: 'Go to {{view}}',
    promise: 'Plan the promised day',
    attach: 'Attach files',
    template: 'Insert a template',
    preview: 'See it as citizens do',
    answered: 'See what was answered before',
    templates: 'Manage my templates and the office’s',
    throw_away: 'Throw this draft away',
    resume: 'Continue writing',
    moved: 'Show the deadlines that moved',
    sync: 'Sync now',
    save_view: 'Keep this search as a view',
    morning: 'Good morning: what to answer first',
    my_views: 'Arrange my views',
    handbook: 'Read the handbook',
    tour: 'Show me the window',
    keys: 'Show keyboard shortcuts',
    to_light: 'Light appearance',
    to_dark: 'Dark appearance',
    to_system: 'Follow the system',
    none: 'No command or report with “{{text}}”.',
    count_one: '{{count}} choice',
    count_other: '{{count}} choices',
  },
  notice: {
    dismiss: 'Understood',
    visited: 'I signed in',
    open_lapor: 'Open LAPOR!',
    journal_repaired: {
      title: 'The storage was repaired.',
      text: 'The storage file on this computer was damaged and made again on {{time}}. All your drafts and sent items could be read and are complete.',
    },
    journal_restored: {
      title: 'The storage was restored.',
      text: 'The storage file on this computer was damaged. On {{time}} it was restored from its last whole state, with everything that could still be read. Perhaps nothing is missing, but that cannot be told for certain: check what you wrote last in Drafts and Outbox. The damaged file is kept.',
    },
    cache_rebuilt: {
      title: 'The copy of the reports is being loaded again.',
      text: 'The copy of the reports on this computer was damaged on {{time}} and is being loaded again from the central service. Your drafts, sent texts and attachments are not in it and are whole.',
    },
    deadlines_moved: {
      title: 'Deadlines have moved.',
      text: 'The table of holidays or the rules of the deadlines changed; since {{time}} the deadlines that depend on them are computed anew.',
    },
    lapor_login: {
      title: 'Nobody has signed in to LAPOR! for three weeks.',
      text: 'The last time was {{time}}, as far as this computer knows. Logins there are scored: sign in today, then note it here.',
    },
    joined: {
      title: 'This computer has joined.',
      text: 'Since {{time}} all reports, answers and files from working on your own are at the central service.',
    },
    joined_partly: {
      title: 'This computer has joined, but for some reports.',
      text: 'Since {{time}} your work is at the central service. It did not take a part of it, for example on reports that belong to another agency there. Those texts are under Needs attention, and all of it is still kept on this computer.',
    },
    joined_waiting: {
      title: 'Some reports wait for an import of LAPOR!.',
      text: 'This computer joined at {{time}}. The central service does not know some reports yet: what you did on them is handed over, and appears here once an import of LAPOR! names the report, within 400 days. A copy is still kept on this computer.',
    },
    join_refused: {
      title: 'This computer has not joined.',
      text: 'At {{time}} the central service refused what was done standalone: its joining code is used up. Nothing is lost, and you go on standalone. Ask your admin for a new joining code.',
    },
    journal_begun: {
      title: 'A new storage was begun.',
      text: 'The storage file on this computer was damaged and no copy of it could be read. On {{time}} a new one was made, with everything that could still be read. Answers already sent are safe in the central service. The damaged file is kept; ask your admin if a text is missing.',
    },
  },
  broken: {
    title: 'This part cannot be shown',
    text: 'Something went wrong with the display, not with the data. Your drafts and sent items are kept on this computer.',
    again: 'Show it again',
    reload: 'Reload the window',
  },
};
