import { applyOfficeCommand } from '#shared/domain/commands/apply-office-command.ts';
import { isOfficeCommand } from '#shared/domain/commands/command.ts';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import type { Stores } from './stores.ts';

/** The office's templates as the officer sees them: with their own pending commands applied. */
export function projectedTemplates({ reference, journal, officer }: Stores): readonly OfficeTemplate[] {
  const pending = journal.commands.pendingTemplates().filter(isOfficeCommand);
  return pending.reduce<readonly OfficeTemplate[]>((templates, command) => {
    const changed = applyOfficeCommand(templates, command, officer());
    return changed.ok ? changed.templates : templates;
  }, reference().templates);
}
