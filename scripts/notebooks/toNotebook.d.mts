import type { Cell } from "./parseLesson.mjs";

export function toNotebook(cells: Cell[], lesson: string): string;
