import type { Template } from '#shared/domain/answers/templates.ts';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import { useWords } from '../words/reference.tsx';
import { Chip } from './Chip.tsx';

/** Whose it is, where it is not only the officer's or the app's. */
export function OfficeMark({ template }: { readonly template: Template | OfficeTemplate }) {
  const { t } = useWords();
  if (!('everywhere' in template)) return null;
  return <Chip>{t(template.everywhere ? 'templates.everywhere' : 'templates.office')}</Chip>;
}
