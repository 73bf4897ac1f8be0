export interface Section {
  heading: string;
  level: number;
  text: string;
}
/** An entry under "Further reading". */
export interface Reading {
  text: string;
  title: string;
  year: number;
}
export function sectionsOf(notebook: string): Section[];
export function readingOf(notebook: string): Reading[];
export function plain(markdown: string): string;
