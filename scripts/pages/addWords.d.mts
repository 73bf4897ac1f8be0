import type { Word } from "./words.mjs";

export const LINE_BEGINS: string;
export function addWords<T extends { kind: string; source: string }>(cells: T[], words: Word[]): T[];
