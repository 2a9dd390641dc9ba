import { expect, test } from 'vitest';
import { MAX_COMMANDS } from '#shared/contract/central/central.ts';
import { isModestBody } from './modest-body.ts';

const command = (attachments: number) => ({ attachments: Array.from({ length: attachments }, () => ({})) });
const commands = (count: number, attachments: number) => ({
  commands: Array.from({ length: count }, () => command(attachments)),
});

test('the contract looks through the most that it takes, and not through what is far beyond', () => {
  expect(isModestBody(commands(MAX_COMMANDS, 10))).toBe(true);
  expect(isModestBody({ code: 'K7PM-2QXW-9FHD', name: 'Rina', device: 'PC' })).toBe(true);
  expect(isModestBody(commands(1, 50_000))).toBe(false);
  expect(isModestBody(commands(50_000, 0))).toBe(false);
  expect(isModestBody({ name: command(50_000) })).toBe(false);
});

test.each([undefined, null, 'text', 7, [], {}])('%j has nothing to look through', (body) => {
  expect(isModestBody(body)).toBe(true);
});
