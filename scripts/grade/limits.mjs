/** What a submission may use. More than any lesson needs, and little enough that a hostile one soon ends. */
export const limits = {
  /** Bytes of a notebook's file, code cells, and characters of a cell. */
  notebook: { bytes: 30_000_000, cells: 1000, characters: 100_000 },
  /** Milliseconds that pass on the clock. */
  time: { start: 30_000, cell: 60_000, call: 3000, check: 15_000, notebook: 240_000 },
  /** Bytes: of all its processes together, of one process, of the files it writes, of one message. */
  memory: { all: 3_000_000_000, process: 8_000_000_000, files: 64_000_000, message: 48_000_000, heapMegabytes: 1500 },
  /** How many processes it may start, and how many with their threads. */
  processes: { many: 6, threads: 100 },
};
