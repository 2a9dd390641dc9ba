/** Time to look at a complaint before colleagues are told: running through a list opens nothing. */
export const LOOK_MS = 2_000;

export type ViewingPorts = {
  readonly tell: (complaintId: string | null) => void;
  /** Calls back once after `ms`; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
};

/** Tells which complaint the officer has open: after a while of looking, and at once when it is left. */
export class Viewing {
  readonly #ports: ViewingPorts;
  #shown: string | null = null;
  #told: string | null = null;
  #cancel: (() => void) | null = null;

  constructor(ports: ViewingPorts) {
    this.#ports = ports;
  }

  /** What is in front of the officer now; null: nothing chosen, or a window that nobody sees. */
  show(complaintId: string | null): void {
    if (complaintId === this.#shown) return;
    this.#shown = complaintId;
    this.#cancel?.();
    this.#cancel = null;
    if (this.#told !== null) this.#tell(null);
    if (complaintId === null) return;
    this.#cancel = this.#ports.after(LOOK_MS, () => {
      this.#cancel = null;
      this.#tell(complaintId);
    });
  }

  /** The other side may have forgotten. */
  again(): void {
    if (this.#told !== null) this.#ports.tell(this.#told);
  }

  #tell(complaintId: string | null): void {
    this.#told = complaintId;
    this.#ports.tell(complaintId);
  }
}
