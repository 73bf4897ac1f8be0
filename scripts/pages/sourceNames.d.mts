import type { Reading } from "./lessonText.mjs";

/** A source of the course, from lessons/sources.json. */
export interface Source {
  authors: string;
  year: number;
  preprint?: number;
  title: string;
  where: string;
  good: string;
}
export function familyOf(source: Pick<Source, "authors">): string;
export function isRead(source: Source, reading: Reading): boolean;
export function namedIn(text: string, sources: Source[], reach: number): Source[];
