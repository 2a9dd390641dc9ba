import {
  isTemplateCommand,
  type OfficeTemplate,
  withTemplateCommand,
} from '#shared/domain/commands/office-templates.ts';
import type { Reports } from './stores.ts';

/**
 * The templates of the office as the officer sees them: what the centre said, with their own pending commands
 * applied.
 */
export function visibleTemplates({ reference, journal, officer }: Reports): readonly OfficeTemplate[] {
  const pending = journal.commands.pendingTemplates().filter(isTemplateCommand);
  return pending.reduce<readonly OfficeTemplate[]>((templates, command) => {
    const changed = withTemplateCommand(templates, command, officer());
    return changed.ok ? changed.templates : templates;
  }, reference().templates);
}
