import type { Faults } from "./lessonError.mjs";
import type { Cell } from "./parseLesson.mjs";

export function lintCells(cells: Cell[], faults: Faults): void;
