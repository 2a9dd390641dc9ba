import { parseArgs } from 'node:util';
import { LAPOR_EVENTS } from '../../lapor/import/lapor-event.ts';
import { type ImportReport, runImport } from '../import/run-import.ts';
import { DATABASE_OPTIONS, withDatabase } from './database-url.ts';
import { CliError, t } from './messages.ts';

/**
 * Previews an Excel export of LAPOR!, or applies it. Exit code 1: refused, or not applied although asked to.
 */
export async function importFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...DATABASE_OPTIONS,
      apply: { type: 'boolean', default: false },
      'skip-rejected': { type: 'boolean', default: false },
      'create-agencies': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new CliError('importUsage');
  const report = await withDatabase(values.data, (db) =>
    runImport(db, {
      path,
      apply: values.apply,
      skipRejected: values['skip-rejected'],
      createAgencies: values['create-agencies'],
      now: new Date(),
    }),
  );
  if (values.json) console.log(JSON.stringify(lineOf(report)));
  else tell(report, values.apply);
  return !report.readable || (values.apply && !report.applied) ? 1 : 0;
}

function lineOf(report: ImportReport): object {
  const { new: fresh, changed, unchanged, unassigned, happened } = report;
  const rejected = report.rejected.map(({ row, sentence, values }) => ({
    row,
    reason: t(sentence, values),
  }));
  const there = Object.keys(happened).length === 0 ? {} : { happened };
  return { new: fresh, changed, unchanged, unassigned, rejected, ...there };
}

function tell(report: ImportReport, asked: boolean): void {
  if (!report.readable) {
    for (const { sentence, values } of report.rejected) console.error(t(sentence, values));
    return;
  }
  for (const { row, sentence, values } of report.rejected)
    console.log(t('importRejectedRow', { row, reason: t(sentence, values) }));
  const { new: fresh, changed, unchanged, unassigned } = report;
  const counts = { new: fresh, changed, unchanged, unassigned, rejected: report.rejected.length };
  console.log(t(report.applied ? 'importApplied' : 'importPreview', counts));
  for (const what of LAPOR_EVENTS) {
    const count = report.happened[what];
    if (count !== undefined) console.log(t(`happened_${what}`, { count }));
  }
  if (report.unassigned > 0) console.log(t('importUnassigned'));
  if (asked && !report.applied) console.error(t('importNotApplied'));
  else if (!report.applied) console.log(t('importHint'));
}
