import { LAPOR_EVENTS } from '../../lapor/import/lapor-event.ts';
import { type ImportReport, runImport } from '../import/run-import.ts';
import { command, FLAG } from './command.ts';
import { CliError, t } from './messages.ts';

/** Previews an Excel export of LAPOR!, or applies it. Exit code 1: refused, or not applied though asked. */
export const importFile = command(
  { options: { apply: FLAG, 'skip-rejected': FLAG, 'create-agencies': FLAG, json: FLAG }, words: true },
  async ({ values, words: [path, ...rest], withDb }) => {
    if (path === undefined || rest.length > 0) throw new CliError('importUsage');
    const apply = values.apply === true;
    const skipRejected = values['skip-rejected'] === true;
    const createAgencies = values['create-agencies'] === true;
    const report = await withDb((db) =>
      runImport(db, { path, apply, skipRejected, createAgencies, now: new Date() }),
    );
    if (values.json) console.log(JSON.stringify(lineOf(report)));
    else print(report, apply);
    return !report.readable || (apply && !report.applied) ? 1 : 0;
  },
);

function lineOf({ applied: _, readable: __, happened, rejected, ...counts }: ImportReport): object {
  const reasons = rejected.map(({ row, sentence, values }) => ({ row, reason: t(sentence, values) }));
  return { ...counts, rejected: reasons, ...(Object.keys(happened).length > 0 && { happened }) };
}

function print(report: ImportReport, asked: boolean): void {
  const { readable, rejected, happened, applied, ...counts } = report;
  if (!readable) {
    for (const { sentence, values } of rejected) console.error(t(sentence, values));
    return;
  }
  for (const { row, sentence, values } of rejected)
    console.log(t('importRejectedRow', { row, reason: t(sentence, values) }));
  console.log(t(applied ? 'importApplied' : 'importPreview', { ...counts, rejected: rejected.length }));
  for (const event of LAPOR_EVENTS) {
    const count = happened[event];
    if (count !== undefined) console.log(t(`happened_${event}`, { count }));
  }
  if (counts.unassigned > 0) console.log(t('importUnassigned'));
  if (asked && !applied) console.error(t('importNotApplied'));
  else if (!applied) console.log(t('importHint'));
}
