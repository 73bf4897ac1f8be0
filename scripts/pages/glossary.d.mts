import type { Word } from "./words.mjs";

export function glossaryPage(words: Word[], notebooks: Map<string, string>): string;
