const longest = 2000;

/** How the exercises of one notebook ended. The best attempt counts; among attempts that failed, the last. */
export class Results {
  #exercises;
  #seen;
  #checked = new Map();
  #failed = [];

  /**
   * @param {import("../../lib/dist/lib/exercises/index.js").Exercise[]} exercises those that count; others are passed over
   * @param {(id: string, result: object) => void} [seen] told of every check
   */
  constructor(exercises, seen = () => {}) {
    this.#exercises = new Map(exercises.map((exercise) => [exercise.id, exercise]));
    this.#seen = seen;
  }

  /** The exercise of this id; undefined where it does not count, or has passed already. */
  wanted(id) {
    return this.#checked.get(id)?.status === "passed" ? undefined : this.#exercises.get(id);
  }

  checked(id, result) {
    this.#seen(id, result);
    const before = this.#checked.get(id);
    if (!before || result.status !== "unwritten") this.#checked.set(id, bounded(result));
  }

  cellFailed(source, message) {
    this.#failed.push({ source, message: message.slice(0, longest) });
  }

  /** @returns {Record<string, { status: string, message: string, mistake?: string }>} by id, for every exercise */
  all(cells, shipped) {
    return Object.fromEntries([...this.#exercises.keys()].map((id) => [id, this.#resultOf(id, cells, shipped)]));
  }

  #resultOf(id, cells, shipped) {
    const own = new RegExp(`\\bq${id.split(".")[1]}\\s*\\.\\s*check\\b`);
    const checked = this.#checked.get(id);
    const failed = this.#failed.find(({ source }) => own.test(source));
    if (checked && (checked.status !== "unwritten" || !failed)) return checked;
    if (failed) return { status: "error", message: failed.message };
    if (cells.some((source) => shipped.has(source) && own.test(source)))
      return { status: "unwritten", message: "Not written yet." };
    return { status: "missing", message: "Not handed in: no cell of the notebook checks an answer." };
  }
}

function bounded({ status, message, mistake, evidence }) {
  const cut = (text) => String(text).slice(0, longest);
  const entries = Object.entries(evidence ?? {}).map(([name, text]) => [name, cut(text)]);
  return { status, message: cut(message), mistake, evidence: evidence && Object.fromEntries(entries) };
}
