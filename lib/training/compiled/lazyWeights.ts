import { type Entry, nativeBackend } from "../native/nativeBackend.js";
import { tf } from "../tensorflow.js";

/**
 * The variables of a model whose values are kept elsewhere while it is trained. They are fetched when somebody wants
 * them – to predict, to save, to print – and not before: a step costs nothing extra.
 *
 * The trick: tfjs-node knows a tensor by the handle in its entry, so an entry whose handle is computed when it is first
 * asked for cannot be read too early, by whatever way.
 */
export class LazyWeights {
  /** The data that each variable had when last seen. */
  private readonly seen: (tf.DataId | undefined)[];
  /** Entries of variables whose values have not been fetched. */
  private readonly away = new Map<number, Entry>();

  /** @param read - gives new handles of all present values, those of the variables at the indices it is given */
  constructor(
    private readonly variables: readonly tf.Variable[],
    private readonly read: (indices: number[]) => number[],
  ) {
    this.seen = variables.map(() => undefined);
  }

  /** Whether a variable was given other values since `leave` or `see`. */
  get changed(): boolean {
    return this.variables.some(({ dataId }, index) => dataId !== this.seen[index]);
  }

  /** Takes the variables' values for those that are kept elsewhere: they were just put there. */
  see(): void {
    this.variables.forEach(({ dataId }, index) => {
      this.seen[index] = dataId;
    });
  }

  /** Before values change: fetches them where a copy of a variable counts on them. */
  settle(): void {
    if ([...this.away.values()].some(({ refCount }) => refCount > 1)) this.fetch();
  }

  /** After they changed: lets go of the old ones. Where a copy of a variable holds those, it keeps them. */
  leave(): void {
    this.variables.forEach((variable, index) => {
      if (!this.away.has(index)) this.sendAway(variable, index);
    });
  }

  /** Gives the variables the values that are kept elsewhere. */
  fetch(): void {
    const entries = [...this.away];
    if (entries.length === 0) return;
    const handles = this.read(entries.map(([index]) => index));
    entries.forEach(([, entry], at) => {
      Object.defineProperty(entry, "id", { value: handles[at], writable: true, configurable: true, enumerable: true });
    });
    this.away.clear();
  }

  private sendAway(variable: tf.Variable, index: number): void {
    const backend = nativeBackend();
    const held = backend.tensorMap.get(variable.dataId);
    if (held.refCount > 1) {
      const { binding } = backend;
      tf.tidy(() =>
        variable.assign(backend.createOutputTensor({ id: -1, shape: variable.shape, dtype: binding.TF_FLOAT })),
      );
    } else if (held.id >= 0) backend.binding.deleteTensor(held.id);
    const entry = backend.tensorMap.get(variable.dataId);
    entry.values = null;
    Object.defineProperty(entry, "id", { get: () => this.fetched(entry), configurable: true, enumerable: true });
    this.away.set(index, entry);
    this.seen[index] = variable.dataId;
  }

  private fetched(entry: Entry): number {
    this.fetch();
    return entry.id;
  }
}
