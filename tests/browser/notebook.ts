/** An output of a cell, as notebooks keep it. */
export interface Output {
  output_type: string;
  metadata?: Record<string, unknown>;
  data?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
  text?: string;
}

export interface Cell {
  cell_type: string;
  id: string;
  metadata: Record<string, unknown>;
  source: string;
  outputs?: Output[];
  execution_count?: number | null;
}

export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/** A notebook for our kernel, one code cell for each source. */
export function notebook(sources: string[]): Notebook {
  return {
    cells: sources.map((source, index) => ({
      cell_type: "code",
      id: `cell-${index}`,
      metadata: {},
      source,
      outputs: [],
      execution_count: null,
    })),
    metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
