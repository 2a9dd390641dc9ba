import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../central/postgres/embedded.ts';
import { type Random, seededRandom } from '../../demo/random.ts';
import { type BackendClient, connectBackend } from '../support/backend-client.ts';
import { type HostProcess, type Stack, startStack } from '../support/stack.ts';

export type KillsReport = {
  readonly kills: number;
  readonly serviceKills: number;
  /** Commands and drafts that the app had confirmed before it was killed. */
  readonly confirmed: number;
  readonly violations: readonly string[];
};

/** Longest life of the app between two kills, ms. */
const LIFE_MS = 160;
/** Between two things that the officer does, ms. */
const PAUSE_MS = 4;
/** One kill in so many also takes the central service. */
const SERVICE_EVERY = 25;

/**
 * An officer writes as fast as the app answers, and the app is killed with -9 at a random instant, so often
 * and until as much was confirmed; now and then the central service too. What the app had confirmed must be
 * there after each start, and at the end every command that was written stands in PostgreSQL once.
 */
export async function killAtRandom(kills: number, seed: number): Promise<KillsReport> {
  const stack = await startStack();
  try {
    const [agency] = (await stack.demo()).agencies;
    const backend = await stack.officer(agency, 'Rina Sitepu');
    const run = new Run(stack, backend, seededRandom(seed));
    await run.untilLoaded();
    let serviceKills = 0;
    let kill = 0;
    // On a busy machine most lives are too short for a word.
    while (kill < kills || run.confirmed <= kills) {
      kill++;
      await run.workUntilKilled();
      if (kill % SERVICE_EVERY === 0) {
        serviceKills++;
        await stack.central.kill();
        await stack.central.start();
      }
      await backend.start();
      await run.check(`after kill ${kill}`);
    }
    await run.deliver();
    await run.checkCentre();
    return { kills: kill, serviceKills, confirmed: run.confirmed, violations: run.violations };
  } finally {
    await stack.close();
  }
}

class Run {
  readonly violations: string[] = [];
  confirmed = 0;
  /** Every text that was given to the app as a command, and whether the app confirmed it. */
  readonly #sent = new Map<string, boolean>();
  /**
   * Those with a receipt: from here on the central service answers for them, and the outbox forgets the old
   * ones.
   */
  readonly #delivered = new Set<string>();
  /** The last confirmed draft of a complaint, and those begun after it. */
  readonly #drafts = new Map<string, { confirmed: string; begun: string[] }>();
  readonly #stack: Stack;
  readonly #backend: HostProcess;
  readonly #random: Random;
  #ids: string[] = [];
  #count = 0;

  constructor(stack: Stack, backend: HostProcess, random: Random) {
    this.#stack = stack;
    this.#backend = backend;
    this.#random = random;
  }

  async untilLoaded(): Promise<void> {
    await this.#with(async ({ backend }) => {
      for (;;) {
        const { rows, total } = await backend.queue.page({ view: 'today', after: null, limit: 100 });
        const { firstLoad, lastSyncedAt } = await backend.sync.status();
        this.#ids = rows.map((row) => row.id);
        if (total > 0 && firstLoad === null && lastSyncedAt !== null) return;
        await delay(50);
      }
    });
  }

  async workUntilKilled(): Promise<void> {
    const client = await connectBackend(this.#backend.address());
    const dead = delay(this.#random.between(0, LIFE_MS)).then(() => this.#backend.kill());
    // A call that fails, or that nobody will answer any more, ends this life.
    while (await Promise.race([this.#act(client), dead.then(() => false)])) await delay(PAUSE_MS);
    await dead;
    client.close();
  }

  /** One thing that the officer does. @returns false: the app was killed meanwhile */
  async #act({ backend }: BackendClient): Promise<boolean> {
    const complaintId = this.#ids[this.#random.between(0, this.#ids.length - 1)] ?? '';
    const text = `Catatan ${++this.#count}: petugas sudah memeriksa.`;
    if (this.#random.chance(0.5)) {
      const draft = this.#drafts.get(complaintId) ?? { confirmed: '', begun: [] };
      draft.begun.push(text);
      this.#drafts.set(complaintId, draft);
      const saved = await backend.draft.save({ complaintId, kind: 'follow_up', text }).catch(() => null);
      if (saved === null) return false;
      this.confirmed++;
      this.#drafts.set(complaintId, { confirmed: text, begun: [] });
      return true;
    }
    this.#sent.set(text, false);
    const body = { kind: 'internal_note', payload: { text } } as const;
    const answer = await backend.command.submit({ complaintId, body }).catch(() => null);
    if (answer === null) return false;
    if (answer.ok) {
      this.confirmed++;
      this.#sent.set(text, true);
    } else this.violations.push(`${text} was refused as ${answer.code}`);
    return true;
  }

  async check(when: string): Promise<void> {
    await this.#with(async ({ backend }) => {
      const items = await backend.outbox.list();
      const counts = new Map<string, number>();
      for (const { text } of items) counts.set(text, (counts.get(text) ?? 0) + 1);
      for (const [text, confirmed] of this.#sent) {
        if (this.#delivered.has(text)) continue;
        const found = counts.get(text) ?? 0;
        if (found > 1 || (confirmed && found === 0))
          this.violations.push(`${when}: ${text} is there ${found} times`);
      }
      for (const { text, delivery } of items) if (delivery.state === 'accepted') this.#delivered.add(text);
      for (const [complaintId, draft] of this.#drafts) {
        const view = await backend.case.get({ id: complaintId });
        const text = view?.drafts.find(({ kind }) => kind === 'follow_up')?.text ?? '';
        if (text !== draft.confirmed && !draft.begun.includes(text)) {
          this.violations.push(`${when}: the draft of ${complaintId} is ${JSON.stringify(text)}`);
        }
        this.#drafts.set(complaintId, { confirmed: text, begun: [] });
      }
    });
  }

  /** Lets the app live until it has nothing left to send. */
  async deliver(): Promise<void> {
    await this.#with(async ({ backend }) => {
      for (;;) {
        await backend.sync.now();
        const { undelivered } = await backend.sync.status();
        if (undelivered === 0) return;
        await delay(500);
      }
    });
  }

  async checkCentre(): Promise<void> {
    const postgres = await openEmbeddedPostgres(`${this.#stack.folder}/central`);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ text: string; count: number }>(
        'select text, count(*)::int as count from timeline_entries where text = any($1) group by text',
        [[...this.#sent.keys()]],
      );
      const counts = new Map(rows.map(({ text, count }) => [text, count]));
      for (const [text, confirmed] of this.#sent) {
        const found = counts.get(text) ?? 0;
        if (found > 1 || (confirmed && found === 0))
          this.violations.push(`centre: ${text} is there ${found} times`);
      }
    } finally {
      await client.end();
      await postgres.close();
    }
  }

  async #with(work: (client: BackendClient) => Promise<void>): Promise<void> {
    const client = await connectBackend(this.#backend.address());
    try {
      await work(client);
    } finally {
      client.close();
    }
  }
}
