import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { centralContract, commandResult } from '#shared/contract/central/central.ts';
import { CONTRACT_VERSION } from '#shared/contract/central/versions.ts';
import { timelineEntry } from '#shared/domain/complaint/entry.ts';
import { complaint } from '#shared/domain/complaint/fields.ts';
import { agency, officer } from '#shared/domain/people/roles.ts';
import { attachmentPaths } from '../attachments/openapi-paths.ts';

const FILE = join(import.meta.dirname, '..', 'openapi.json');

/** The central service's contract as OpenAPI 3.1, as it is committed. */
export async function openApiText(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(centralContract, {
    info: {
      title: 'Penghubung: layanan pusat',
      version: `${CONTRACT_VERSION}.0.0`,
      description:
        'Feed, commands, files and enrolment for the officers of an OPD. Every call but health and enrolment carries a bearer token.',
    },
    commonSchemas: {
      Agency: { schema: agency },
      Officer: { schema: officer },
      TimelineEntry: { schema: timelineEntry },
      Complaint: { schema: complaint },
      CommandResult: { schema: commandResult },
    },
    components: { securitySchemes: { device: { type: 'http', scheme: 'bearer' } } },
    security: [{ device: [] }],
  });
  const paths = { ...document.paths, ...attachmentPaths() };
  return `${JSON.stringify({ ...document, paths }, null, 2)}\n`;
}

export function committedOpenApi(): string {
  return readFileSync(FILE, 'utf8');
}

// `node central/http/openapi.ts --write` after a change of the contract.
if (import.meta.main && process.argv.includes('--write')) writeFileSync(FILE, await openApiText());
