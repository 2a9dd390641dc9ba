import { manageTemplates } from '../../core/state/navigation.ts';
import type { Screen } from '../../widgets/screen/screen.ts';
import { TemplatesDialog } from './TemplatesDialog.tsx';

export const templatesScreen: Screen = {
  dialogs: { templates: TemplatesDialog },
  actions: [{ id: 'templates', label: 'palette.templates', run: () => manageTemplates('') }],
};
