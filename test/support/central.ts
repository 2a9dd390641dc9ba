import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { type Logger, pino } from 'pino';
import { centralContract } from '#shared/contract/central/central.ts';
import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import type { Agency, Officer, Role } from '#shared/domain/people/roles.ts';
import { LIMITS, type Limits } from '../../central/http/limits.ts';
import { type Central, startCentral } from '../../central/http/service.ts';
import type { DownConversion } from '../../central/http/versions.ts';
import { createCode } from '../../central/store/accounts.ts';
import { addAgencies, findAgency } from '../../central/store/agencies.ts';
import { type Db, openDatabase } from '../../central/store/database.ts';
import { freshDatabase } from './postgres.ts';

export type CentralClient = ContractRouterClient<typeof centralContract>;

export type TestOfficer = {
  readonly officer: Officer;
  readonly token: string;
  readonly client: CentralClient;
};

export type TestCentral = {
  readonly address: string;
  readonly databaseUrl: string;
  /** A second pair of hands on the same database. */
  readonly db: Db;
  addAgency(name: string, laporId?: string): Promise<Agency>;
  /** A one-time code, as the command line prints it. */
  code(agencyName: string, role?: Role, joining?: boolean): Promise<string>;
  /** An officer who enrolled with a code over the wire. */
  enrol(agencyName: string, role?: Role, name?: string): Promise<TestOfficer>;
  /** The same, with access for handing over what an office did alone. */
  joining(agencyName: string, role?: Role, name?: string): Promise<TestOfficer>;
  close(): Promise<void>;
};

/** A client of the contract over HTTP, of this version or an older one; null: without saying its version. */
export function centralClient(
  address: string,
  token?: string,
  version: number | null = CONTRACT_VERSION,
): CentralClient {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(version === null ? {} : { [VERSION_HEADER]: String(version) }),
  };
  return createORPCClient(new OpenAPILink(centralContract, { url: address, headers }));
}

/** The real service on a free port over a real PostgreSQL: a fresh database, or `databaseUrl`. */
export async function startTestCentral(
  options: {
    readonly databaseUrl?: string;
    readonly now?: () => Date;
    readonly port?: number;
    readonly contractVersion?: number;
    readonly downConversions?: readonly DownConversion[];
    readonly limits?: Limits;
    readonly log?: Logger;
    readonly releases?: string;
  } = {},
): Promise<TestCentral> {
  const databaseUrl = options.databaseUrl ?? (await freshDatabase());
  const { now = () => new Date() } = options;
  const central: Central = await startCentral({
    databaseUrl,
    host: '127.0.0.1',
    port: options.port ?? 0,
    log: options.log ?? pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    limits: options.limits ?? LIMITS,
    releases: options.releases ?? null,
    now,
    contractVersion: options.contractVersion ?? CONTRACT_VERSION,
    downConversions: options.downConversions ?? [],
  });
  const { db, close: closeDatabase } = openDatabase(databaseUrl);

  const code: TestCentral['code'] = async (agencyName, role = 'penghubung', joining = false) => {
    const agency = await findAgency(db, agencyName);
    if (agency === null) throw new Error(`no agency ${agencyName}`);
    return createCode(db, { agency, role, name: null, joining }, now());
  };
  const enrolled = async (code: string, name: string, joining: boolean): Promise<TestOfficer> => {
    const asked = { code, name, device: 'PC ruang pelayanan', joining };
    const { token, officer } = await centralClient(central.address).enrol(asked);
    return { officer, token, client: centralClient(central.address, token) };
  };
  return {
    address: central.address,
    databaseUrl,
    db,
    addAgency: async (name, laporId) => {
      await db.transaction().execute((tx) => addAgencies(tx, [{ name, laporId: laporId ?? null }]));
      const agency = await findAgency(db, name);
      if (agency === null) throw new Error(`agency ${name} was not added`);
      return agency;
    },
    code,
    enrol: async (agencyName, role, name = 'Rina Sitepu') =>
      enrolled(await code(agencyName, role), name, false),
    joining: async (agencyName, role, name = 'Rina Sitepu') =>
      enrolled(await code(agencyName, role, true), name, true),
    close: async () => {
      await closeDatabase();
      await central.close();
    },
  };
}
