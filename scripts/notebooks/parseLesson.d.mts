/** One cell of a lesson. */
export interface Cell {
  kind: "markdown" | "code" | "exercise";
  exercise?: string;
  source: string;
  line: number;
  /** What the cell's id is made from, where that is not its source. */
  key?: string;
}
export function parseLesson(text: string, file: string): Cell[];
