/** A word of the course, from a lesson's words.json. */
export interface Word {
  term: string;
  id: string;
  lesson: string;
  ru: string;
  zh: string;
  says: string;
  also: string[];
  see: string[];
}
export function readWords(lessons: string, lesson: string): Word[];
export function anchorOf(term: string): string;
export function sorted<T>(words: Iterable<T>, text?: (word: T) => string, language?: string): T[];
