import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { template } from '#shared/contract/window/templates.ts';
import { MAX_OFFICE_TEMPLATES } from '#shared/domain/commands/spec/office-templates.ts';
import { findAgency } from '../store/agencies.ts';
import type { Db } from '../store/database.ts';
import { countTemplates, listTemplates, putTemplate, removeTemplate } from '../store/templates.ts';
import { DATABASE_OPTIONS, withDatabase } from './database-url.ts';
import { CliError, t } from './messages.ts';

const wording = template.pick({ name: true, text: true });

/**
 * `templates`: lists the templates of the offices. `templates add NAME --text TEXT` (or `--file FILE`): adds
 * one, or replaces the one of this name. `templates remove NAME`. Of every agency, or of one with `--opd
 * NAME`.
 */
export async function templates(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...DATABASE_OPTIONS,
      opd: { type: 'string' },
      text: { type: 'string' },
      file: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [verb = 'list', ...words] = positionals;
  const name = words.join(' ').trim();
  if (verb === 'list' && name === '')
    return withDatabase(values.data, (db) => list(db, values.json === true));
  if ((verb !== 'add' && verb !== 'remove') || name === '') throw new CliError('templatesUsage');
  const text = verb === 'add' ? textOf(values) : null;
  return withDatabase(values.data, async (db) => {
    const agencyId = values.opd === undefined ? null : await idOf(db, values.opd);
    if (text === null) await remove(db, agencyId, name);
    else await add(db, agencyId, name, text);
    return 0;
  });
}

async function list(db: Db, json: boolean): Promise<number> {
  const all = await listTemplates(db);
  for (const one of all) {
    console.log(json ? JSON.stringify(one) : `${one.opd ?? t('templatesEverywhere')}\t${one.name}`);
  }
  if (all.length === 0 && !json) console.log(t('templatesNone'));
  return 0;
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

async function idOf(db: Db, opd: string): Promise<string> {
  const agency = await findAgency(db, opd);
  if (agency === null) throw new CliError('unknownOpd', { opd });
  return agency.id;
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
