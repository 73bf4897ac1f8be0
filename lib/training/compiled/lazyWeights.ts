import { type Entry, handle, nativeBackend } from "../native/nativeBackend.js";
import { tf } from "../tensorflow.js";

/**
 * The variables of a model whose values are kept elsewhere while it is trained. They are fetched when somebody wants
 * them – to predict, to save, to print – and not before: a step costs nothing extra.
 *
 * The trick: tfjs-node knows a tensor by the handle in its entry, so an entry whose handle is computed when it is first
 * asked for cannot be read too early, by whatever way.
 */
export class LazyWeights {
  /** The handle that each variable had when its values were last those that are kept elsewhere. */
  private readonly seen: number[] = [];
  /** Variables whose values have not been fetched, with their data and its entry. */
  private readonly away = new Map<number, { dataId: tf.DataId; entry: Entry }>();

  /** @param read - gives new handles of the present values of the variables at some indices */
  constructor(
    private readonly variables: readonly tf.Variable[],
    private readonly read: (indices: number[]) => number[],
  ) {}

  /** Whether a variable was given other values than are kept elsewhere. */
  get changed(): boolean {
    return this.variables.some((variable, index) => {
      const away = this.away.get(index);
      return away ? away.dataId !== variable.dataId : this.seen[index] !== handle(variable);
    });
  }

  /** Takes the variables' values for those that are kept elsewhere: they were just put there. */
  see(): void {
    for (const [index, variable] of this.variables.entries()) this.seen[index] = handle(variable);
  }

  /** Before values change: fetches them where a copy of a variable counts on them. */
  settle(): void {
    if ([...this.away.values()].some(({ entry }) => entry.refCount > 1)) this.fetch();
  }

  /** After they changed: each variable lets go of the old ones. A copy of it keeps them. */
  leave(): void {
    for (const [index, variable] of this.variables.entries()) {
      if (!this.away.has(index)) this.sendAway(variable, index);
    }
  }

  /** Gives the variables the values that are kept elsewhere. */
  fetch(): void {
    const entries = [...this.away];
    if (entries.length === 0) return;
    const handles = this.read(entries.map(([index]) => index));
    for (const [at, [index, { entry }]] of entries.entries()) {
      this.seen[index] = handles[at];
      Object.defineProperty(entry, "id", { value: handles[at], writable: true, configurable: true, enumerable: true });
    }
    this.away.clear();
  }

  /** Gives a variable new data that has no handle yet. */
  private sendAway(variable: tf.Variable, index: number): void {
    const backend = nativeBackend();
    const metadata = { id: -1, shape: variable.shape, dtype: backend.binding.TF_FLOAT };
    tf.tidy(() => variable.assign(backend.createOutputTensor(metadata)));
    const { dataId } = variable;
    const entry = backend.tensorMap.get(dataId);
    Object.defineProperty(entry, "id", { get: () => this.fetched(entry), configurable: true, enumerable: true });
    this.away.set(index, { dataId, entry });
  }

  private fetched(entry: Entry): number {
    this.fetch();
    return entry.id;
  }
}
