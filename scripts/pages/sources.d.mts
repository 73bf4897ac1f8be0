import type { Source } from "./sourceNames.mjs";

export function sourcesPage(
  sources: Source[],
  notebooks: Map<string, string>,
  comments: { file: string; text: string }[],
): string;
export function lessonSources(notebook: string, sources: Source[]): Map<Source, string>;
export function codeSources(comments: { file: string; text: string }[], sources: Source[]): Map<Source, string[]>;
