import type { Agency } from '#shared/domain/people/roles.ts';
import { nameKey } from '#shared/domain/text/name-key.ts';
import { agencyIdOf, type NewAgency } from '../agency-name.ts';

/** Which agency a row of the export means: by its LAPOR! id, else by its name without case and spacing. */
export class AgencyBook {
  readonly #byId = new Map<string, Agency>();
  readonly #byName = new Map<string, Agency>();
  readonly #create: boolean;
  #created: NewAgency[] = [];

  /** @param create an unknown agency is entered, instead of leaving its complaints unassigned */
  constructor(agencies: readonly Agency[], create: boolean) {
    this.#create = create;
    for (const agency of agencies) this.#enter(agency);
  }

  resolve(laporId: string | null, name: string): string | null {
    const known = (laporId === null ? undefined : this.#byId.get(laporId)) ?? this.#byName.get(nameKey(name));
    if (known !== undefined) return known.id;
    if (!this.#create || nameKey(name) === '') return null;
    const agency = { id: agencyIdOf({ name, laporId }), name };
    this.#enter(agency);
    this.#created.push({ name, laporId });
    return agency.id;
  }

  nameOf(id: string): string {
    return this.#byId.get(id)?.name ?? id;
  }

  /** Those entered since the last call. */
  takeCreated(): readonly NewAgency[] {
    const created = this.#created;
    this.#created = [];
    return created;
  }

  #enter(agency: Agency): void {
    this.#byId.set(agency.id, agency);
    this.#byName.set(nameKey(agency.name), agency);
  }
}
