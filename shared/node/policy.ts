import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { NO_POLICY, type Policy, type PolicyProblem, policyFields } from '#shared/contract/window/policy.ts';

/** Where each system lets administrators alone write; no variable of the user's leads elsewhere. */
const FILES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'C:\\ProgramData\\Penghubung\\policy.json',
  darwin: '/Library/Application Support/Penghubung/policy.json',
};
export const policyFile = (platform: NodeJS.Platform): string =>
  FILES[platform] ?? '/etc/penghubung/policy.json';

/** What the office's IT has decided for this PC, for every part of the program. */
export function readPolicy(file: string = policyFile(process.platform)): Policy {
  const closed = (fault: PolicyProblem['fault'], line: number | null, field: string | null): Policy => ({
    updates: null,
    problem: { file, fault, line, field },
  });
  let text: string;
  try {
    text = decoded(readFileSync(file));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? NO_POLICY : closed('not_readable', null, null);
  }
  const value = parsed(text);
  if (value === undefined) return closed('not_json', faultyLine(text), null);
  const read = policyFields.safeParse(value);
  if (read.success) return { ...read.data, problem: null };
  const [issue] = read.error.issues;
  const field = fieldOf(issue);
  if (field === null) return closed('not_an_object', null, null);
  return closed(
    issue?.code === 'unrecognized_keys' ? 'unknown_field' : 'wrong_value',
    lineOf(text, field),
    field,
  );
}

/** Windows' own editors write a mark before the text, and PowerShell UTF-16. */
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first line after which no further text could make it JSON. */
function faultyLine(text: string): number {
  const lines = text.split('\n');
  const place = lines.findIndex((_, index) => isBroken(`${lines.slice(0, index + 1).join('\n')}\n`));
  return place === -1 ? lines.length : place + 1;
}

/** False: it is JSON so far, as an error at its very end says. */
function isBroken(begun: string): boolean {
  try {
    JSON.parse(begun);
    return false;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const place = /at position (\d+)/.exec(message)?.[1] ?? 0;
    return !message.includes('end of JSON input') && Number(place) < begun.length;
  }
}

function fieldOf(issue: z.core.$ZodIssue | undefined): string | null {
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  return typeof field === 'string' ? field : null;
}

/** Null: its name is written with escapes. */
function lineOf(text: string, field: string): number | null {
  const place = text.indexOf(JSON.stringify(field));
  return place === -1 ? null : text.slice(0, place).split('\n').length;
}
