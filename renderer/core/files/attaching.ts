import type { DraftKey } from '../drafts/drafts.ts';
import type { Backend } from '../transport/backend.ts';
import { type FileProblem, takeIn } from './take-in.ts';

/** A file on its way into a draft, or one that was not taken. */
export type Incoming = {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `reducing`: it is in the draft, and a smaller copy of it is being made. */
  readonly stage: 'waiting' | 'reading' | 'reducing' | 'failed';
  /** From 0 to 1. */
  readonly share: number;
  readonly problem: FileProblem | null;
  readonly attachmentId: string | null;
};

export type AttachingPorts = {
  readonly backend: Backend;
  /** A smaller copy of a photo; null where there is none worth it. */
  readonly reduce: (file: File) => Promise<Blob | null>;
};

const NONE: readonly Incoming[] = [];
const WAITING = { stage: 'waiting', share: 0, problem: null, attachmentId: null } as const;

/**
 * Files on their way into drafts, one after the other. They lie outside the screens, because another
 * complaint may be opened meanwhile. Each file is whole on the disk before a smaller copy of it is made, so
 * that nothing that follows can lose it.
 */
export class Attaching {
  readonly #ports: AttachingPorts;
  readonly #incoming = new Map<string, readonly Incoming[]>();
  readonly #ended = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #newest = 0;
  #work: Promise<void> = Promise.resolve();

  constructor(ports: AttachingPorts) {
    this.#ports = ports;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same array until it changes. */
  read(draftId: string): readonly Incoming[] {
    return this.#incoming.get(draftId) ?? NONE;
  }

  isBusy(draftId: string): boolean {
    return this.read(draftId).some(({ stage }) => stage !== 'failed');
  }

  /** Settles when all of them are in the draft, or known not to be. */
  add(draftId: string, key: DraftKey, files: readonly File[]): Promise<void> {
    this.#ended.delete(draftId);
    for (const file of files) {
      const id = ++this.#newest;
      const { name, size } = file;
      this.#set(draftId, [...this.read(draftId), { ...WAITING, id, name, size }]);
      this.#work = this.#work.then(() => this.#take(draftId, key, file, id));
    }
    return this.#work;
  }

  /** The officer has read why a file was not taken. */
  dismiss(draftId: string, id: number): void {
    this.#set(
      draftId,
      this.read(draftId).filter((incoming) => incoming.id !== id),
    );
  }

  /** The draft is thrown away: it takes no more files, which would bring it back without its text. */
  end(draftId: string): void {
    this.#ended.add(draftId);
    this.#set(draftId, NONE);
  }

  async #take(draftId: string, key: DraftKey, file: File, id: number): Promise<void> {
    if (this.#ended.has(draftId)) return;
    const { backend, reduce } = this.#ports;
    const onProgress = (share: number) => this.#change(draftId, id, { share });
    this.#change(draftId, id, { stage: 'reading' });
    const into = { ...key, draftId, name: file.name, reducedFrom: null };
    const taken = await takeIn(backend, file, into, onProgress);
    if (!taken.ok) {
      this.#change(draftId, id, { stage: 'failed', problem: taken.code });
      return;
    }
    const { attachment } = taken;
    this.#change(draftId, id, { stage: 'reducing', share: 0, attachmentId: attachment.id });
    const smaller = await reduce(file).catch(() => null);
    if (smaller !== null && !this.#ended.has(draftId)) {
      // Without the copy the whole file is sent: there is nothing to tell.
      const name = `${attachment.name.slice(0, attachment.name.lastIndexOf('.'))}.jpg`;
      await takeIn(backend, smaller, { ...into, name, reducedFrom: attachment.id }, onProgress);
    }
    this.dismiss(draftId, id);
  }

  #change(draftId: string, id: number, change: Partial<Incoming>): void {
    const now = this.read(draftId);
    if (!now.some((incoming) => incoming.id === id)) return;
    this.#set(
      draftId,
      now.map((incoming) => (incoming.id === id ? { ...incoming, ...change } : incoming)),
    );
  }

  #set(draftId: string, incoming: readonly Incoming[]): void {
    if (incoming.length === 0) this.#incoming.delete(draftId);
    else this.#incoming.set(draftId, incoming);
    for (const listener of [...this.#listeners]) listener();
  }
}
