/** Names of what passes between the preload script and the main process. */
export const CONNECT_CHANNEL = 'penghubung:connect';
export const LINE_CHANNEL = 'penghubung:line';
export const STATE_CHANNEL = 'penghubung:backend-state';
export const TELL_CHANNEL = 'penghubung:tell';
export const CHOSEN_CHANNEL = 'penghubung:chosen';
export const OPEN_LINK_CHANNEL = 'penghubung:open-link';
export const PRINT_CHANNEL = 'penghubung:print';
export const SAVE_PDF_CHANNEL = 'penghubung:save-pdf';
export const SAFE_MODE_CHANNEL = 'penghubung:safe-mode';
export const SHELL_SETTINGS_CHANNEL = 'penghubung:shell-settings';
export const CLOSING_CHANNEL = 'penghubung:closing';
export const REQUEST_CHANNEL = 'penghubung:request';
