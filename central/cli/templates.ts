import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { template } from '#shared/contract/window/templates.ts';
import { MAX_OFFICE_TEMPLATES } from '#shared/domain/commands/spec/office-templates.ts';
import type { Db } from '../store/database.ts';
import { countTemplates, listTemplates, putTemplate, removeTemplate } from '../store/templates.ts';
import { agencyNamed, command, FLAG, printLines, TEXT } from './command.ts';
import { CliError, t } from './messages.ts';

const wording = template.pick({ name: true, text: true });

/**
 * `templates`: lists the templates of the offices. `templates add NAME --text TEXT` (or `--file FILE`): adds
 * one, or replaces the one of this name. `templates remove NAME`. Of every agency, or of one with `--opd
 * NAME`.
 */
export const templates = command(
  { options: { opd: TEXT, text: TEXT, file: TEXT, json: FLAG }, words: true },
  async ({ values, words: [verb = 'list', ...rest], withDb }) => {
    const name = rest.join(' ').trim();
    if (verb === 'list' && name === '') return withDb((db) => list(db, values.json));
    if ((verb !== 'add' && verb !== 'remove') || name === '') throw new CliError('templatesUsage');
    const text = verb === 'add' ? textOf(values) : null;
    return withDb(async (db) => {
      const agencyId = values.opd === undefined ? null : (await agencyNamed(db, values.opd)).id;
      await (text === null ? remove(db, agencyId, name) : add(db, agencyId, name, text));
    });
  },
);

async function list(db: Db, json: boolean | undefined): Promise<void> {
  const all = await listTemplates(db);
  printLines(all, json, ({ opd, name }) => [opd ?? t('templatesEverywhere'), name]);
  if (all.length === 0 && !json) console.log(t('templatesNone'));
}

async function add(db: Db, agencyId: string | null, name: string, text: string): Promise<void> {
  const parsed = wording.safeParse({ name, text });
  if (!parsed.success) throw new CliError('templatesWording');
  await db.transaction().execute(async (tx) => {
    await putTemplate(tx, agencyId, { id: randomUUID(), ...parsed.data });
    if ((await countTemplates(tx, agencyId)) > MAX_OFFICE_TEMPLATES)
      throw new CliError('templatesFull', { count: MAX_OFFICE_TEMPLATES });
  });
  console.log(t('templateAdded', { name: parsed.data.name }));
}

async function remove(db: Db, agencyId: string | null, name: string): Promise<void> {
  if (!(await db.transaction().execute((tx) => removeTemplate(tx, agencyId, name))))
    throw new CliError('templateUnknown', { name });
  console.log(t('templateRemoved', { name }));
}

function textOf({ text, file }: { readonly text?: string; readonly file?: string }): string {
  if ((text === undefined) === (file === undefined)) throw new CliError('templatesUsage');
  if (file === undefined) return text ?? '';
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CliError('fileUnreadable', { path: file });
  }
}
