import { bulkScreen, pickingScreen } from '../screens/bulk/screen.ts';
import { composerScreen } from '../screens/case/compose/screen.ts';
import { caseScreen } from '../screens/case/screen.ts';
import { connectionScreen } from '../screens/connection/screen.ts';
import { delayScreen } from '../screens/delay/screen.ts';
import { diagnosticsScreen } from '../screens/diagnostics/screen.ts';
import { handbookScreen, helpScreen } from '../screens/help/screen.ts';
import { importScreen } from '../screens/import/screen.ts';
import { intakeScreen } from '../screens/intake/screen.ts';
import { jointScreen } from '../screens/joint/screen.ts';
import { letterScreen } from '../screens/letter/screen.ts';
import { logScreen } from '../screens/log/screen.ts';
import { morningScreen } from '../screens/morning/screen.ts';
import { movedScreen } from '../screens/moved/screen.ts';
import { outboxScreen } from '../screens/outbox/screen.ts';
import { paletteScreen } from '../screens/palette/screen.ts';
import { practiceScreen } from '../screens/practice/screen.ts';
import { queueScreen } from '../screens/queue/screen.ts';
import { searchScreen } from '../screens/search/screen.ts';
import { sessionScreen } from '../screens/session/screen.tsx';
import { settingsScreen } from '../screens/settings/screen.ts';
import { templatesScreen } from '../screens/templates/screen.ts';
import { myViewsScreen, saveViewScreen } from '../screens/views/screen.ts';
import type { Screen } from '../widgets/screen/screen.ts';
import { frameEnd, frameStart } from './frame-actions.ts';

/** All that the window consists of, one line each. The palette and the list of keys have this order. */
export const SCREENS: readonly Screen[] = [
  frameStart,
  caseScreen,
  delayScreen,
  letterScreen,
  pickingScreen,
  composerScreen,
  bulkScreen,
  jointScreen,
  intakeScreen,
  templatesScreen,
  queueScreen,
  searchScreen,
  paletteScreen,
  saveViewScreen,
  morningScreen,
  myViewsScreen,
  importScreen,
  sessionScreen,
  connectionScreen,
  outboxScreen,
  movedScreen,
  logScreen,
  handbookScreen,
  practiceScreen,
  helpScreen,
  diagnosticsScreen,
  settingsScreen,
  frameEnd,
];

export const DIALOGS: NonNullable<Screen['dialogs']> = Object.assign(
  {},
  ...SCREENS.map(({ dialogs }) => dialogs),
);

export const ACTIONS = SCREENS.flatMap(({ actions = [] }) => actions);
