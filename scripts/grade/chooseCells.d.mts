export function chooseCells(cells: string[], shipped: ReadonlySet<string>, without?: ReadonlySet<number>): number[];
